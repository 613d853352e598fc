package org.prorata.subject.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.prorata.contract.Billing;
import org.prorata.contract.Contract;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.contract.Plan;
import org.prorata.contract.Proration;
import org.prorata.contract.Term;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.CountedFrom;

/** A dossier's contract beside the rows of its terms that govern it: what is stated and what is default, joined. */
public final class EffectiveTerms {

    /** The constants of an enum as tables write them, by their order. */
    private static final ClassValue<String[]> KEYS = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> constants) {
            return Stream.of(constants.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
        }
    };

    /** The last day that tables are asked for, on which every law that has begun by then holds. */
    private static final LocalDate LAST_DAY = LocalDate.ofEpochDay(Integer.MAX_VALUE);

    private final Dossier dossier;
    private final Policies policies;
    private final Profile profile;
    private final Plan plan;
    private TermRule termRule;

    /** @throws CannotDecide when the terms are unknown to the tables */
    public EffectiveTerms(Dossier dossier, Policies policies) {
        this.dossier = dossier;
        this.policies = policies;
        this.profile = policies.require(Profile.TABLE, Profile::of, start(), dossier.terms());
        Plan stated = dossier.contract().plan();
        this.plan = stated == null ? profile.defaultPlan() : stated;
    }

    private LocalDate start() {
        return dossier.contract().start();
    }

    public Dossier dossier() {
        return dossier;
    }

    public Policies policies() {
        return policies;
    }

    public Profile profile() {
        return profile;
    }

    public Plan plan() {
        return plan;
    }

    /** The plan as tables write it, empty where the terms know none. */
    public String planKey() {
        return plan == null ? "" : key(plan);
    }

    /** How partial periods are charged, as tables write it; empty where the terms decide. */
    public String prorationKey() {
        if (!termRule().leftToDossier()) {
            return "";
        }
        return key(
                dossier.contract().proration() == null
                        ? Proration.DAILY
                        : dossier.contract().proration());
    }

    /** The country of the seller, whose law governs. */
    public String sellerCountry() {
        return profile.sellerCountry();
    }

    /** The client's country: the seller's unless the dossier says otherwise. */
    public String clientCountry() {
        String stated = dossier.customer().country();
        return stated == null ? profile.sellerCountry() : stated;
    }

    public TermRule termRule() {
        if (termRule == null) {
            termRule = findTermRule();
        }
        return termRule;
    }

    private TermRule findTermRule() {
        return policies.require(TermRule.TABLE, TermRule::of, start(), dossier.terms(), planKey());
    }

    public NoticeForm noticeForm() {
        return policies.require(NoticeForm.TABLE, NoticeForm::of, start(), dossier.terms());
    }

    /** The days to pay: the dossier's, else the terms'. */
    public PaymentTerm paymentTerm() {
        Integer stated = dossier.contract().paymentDays();
        return stated == null
                ? policies.require(PaymentTerm.TABLE, PaymentTerm::of, start(), dossier.terms())
                : new PaymentTerm(stated, CountedFrom.INVOICE, null);
    }

    /** The longest term of payment that the seller's law allows for an invoice, or null: it sets none. */
    public PaymentLimit paymentLimit(Invoice invoice) {
        return policies.find(
                PaymentLimit.TABLE,
                PaymentLimit::of,
                invoice.issued(),
                sellerCountry(),
                professional(),
                key(dossier.customer().buyer()),
                invoice.supply().periodic() ? "yes" : "no");
    }

    /**
     * The row of a law that holds on a day; before the first day of each such row the one that will hold, so that the rules can
     * say that it did not yet.
     *
     * @throws CannotDecide when there is no such law at all
     */
    public <T> T law(TableId table, Function<Row, T> as, LocalDate on, String... values) {
        T held = policies.find(table, as, on, values);
        if (held == null) {
            held = policies.find(table, as, LAST_DAY, values);
        }
        return held == null ? policies.require(table, as, on, values) : held;
    }

    /** Whether the client is a professional, as tables write it. */
    public String professional() {
        return dossier.customer().professional() ? "yes" : "no";
    }

    /** The rhythm of invoicing: the dossier's, else the terms'. */
    public Rhythm rhythm() {
        Billing stated = dossier.contract().billing();
        if (stated != null) {
            return new Rhythm(stated, null);
        }
        return policies.require(Rhythm.TABLE, Rhythm::of, start(), dossier.terms(), planKey());
    }

    /** The course of the contract's terms, before any change of plan. */
    public Timeline timeline() {
        Contract contract = dossier.contract();
        TermRule rule = termRule();
        if (contract.term().kind() == Term.Kind.OPEN_ENDED
                || contract.term().kind() == Term.Kind.OF_THE_TERMS && rule.openEnded()) {
            return Timeline.openEnded(contract.start());
        }
        Integer months = contract.term().kind() == Term.Kind.STATED
                ? Integer.valueOf(contract.term().months())
                : rule.firstMonths();
        if (months == null) {
            throw new CannotDecide(
                    "term-not-stated",
                    "the terms " + dossier.terms()
                            + " leave the length of the term to the contract: state contract.term_months");
        }
        int renewal = switch (rule.renewal()) {
            case NONE -> 0;
            case SAME_LENGTH -> months;
            case MONTHS -> rule.renewalMonths();
        };
        return Timeline.terms(contract.start(), months, renewal);
    }

    /** All constants of an enum as tables and dossiers write them, in their order, for those that are asked often. */
    public static List<String> keys(Class<? extends Enum<?>> constants) {
        return List.of(KEYS.get(constants));
    }

    /** A constant as tables and dossiers write it. */
    public static String key(Enum<?> value) {
        return KEYS.get(value.getDeclaringClass())[value.ordinal()];
    }
}
