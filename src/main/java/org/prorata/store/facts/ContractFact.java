package org.prorata.store.facts;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.prorata.contract.Billing;
import org.prorata.contract.Contract;
import org.prorata.contract.Dossier;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Plan;
import org.prorata.contract.Proration;
import org.prorata.contract.Revision;
import org.prorata.contract.Term;

/** What a dossier says as a whole, and its contract without the items. */
record ContractFact(
        String terms, String language, Currency currency, boolean statutes, boolean billedStated, Contract contract) {

    static final FactTable<ContractFact> TABLE = new FactTable<>(
            "contract",
            List.of(
                    "terms",
                    "language",
                    "currency",
                    "statutes",
                    "billed_stated",
                    "starts",
                    "term_kind",
                    "term_months",
                    "payment_days",
                    "payment_rule",
                    "plan",
                    "billing_every",
                    "billing_timing",
                    "anchor_day",
                    "proration",
                    "revision_index",
                    "base_month",
                    "share",
                    "cap_pct",
                    "floor_pct",
                    "decimals",
                    "export_modules",
                    "gift_code"),
            dossier -> List.of(of(dossier)),
            fact -> "contract",
            ContractFact::cells,
            ContractFact::read);

    private static ContractFact of(Dossier dossier) {
        Contract c = dossier.contract();
        return new ContractFact(
                dossier.terms(),
                dossier.language(),
                dossier.currency(),
                dossier.statutes(),
                dossier.billed().isPresent(),
                c.withItems(List.of()));
    }

    private Object[] cells() {
        Contract c = contract;
        Billing b = c.billing() == null ? new Billing(null, null, null) : c.billing();
        Revision r = c.revision() == null ? new Revision(null, null, null, null, null, null) : c.revision();
        return new Object[] {
            terms,
            language,
            currency,
            statutes,
            billedStated,
            c.start(),
            c.term().kind(),
            c.term().kind() == Term.Kind.STATED ? c.term().months() : null,
            c.paymentDays(),
            c.paymentRule(),
            c.plan(),
            b.every(),
            b.timing(),
            b.anchorDay(),
            c.proration(),
            r.index(),
            r.baseMonth(),
            r.share(),
            r.capPct(),
            r.floorPct(),
            r.decimals(),
            c.exportModules(),
            c.giftCode()
        };
    }

    private static ContractFact read(FactRow row) throws SQLException {
        String terms = row.text();
        String language = row.text();
        Currency currency = Currency.getInstance(row.text());
        boolean statutes = row.yes();
        boolean billedStated = row.yes();
        return new ContractFact(
                terms,
                language,
                currency,
                statutes,
                billedStated,
                new Contract(
                        row.contract(),
                        row.day(),
                        term(row),
                        row.integer(),
                        row.choice(PaymentRule.class),
                        row.choice(Plan.class),
                        billing(row),
                        row.choice(Proration.class),
                        revision(row),
                        row.integer(),
                        row.yes(),
                        List.of()));
    }

    private static Term term(FactRow row) throws SQLException {
        Term.Kind kind = row.choice(Term.Kind.class);
        Integer months = row.integer();
        return kind == Term.Kind.STATED
                ? Term.months(months)
                : kind == Term.Kind.OPEN_ENDED ? Term.OPEN_ENDED : Term.OF_THE_TERMS;
    }

    private static Billing billing(FactRow row) throws SQLException {
        Billing.Every every = row.choice(Billing.Every.class);
        Billing.Timing timing = row.choice(Billing.Timing.class);
        Integer anchor = row.integer();
        return every == null ? null : new Billing(every, timing, anchor);
    }

    private static Revision revision(FactRow row) throws SQLException {
        String index = row.text();
        String month = row.text();
        BigDecimal share = row.number();
        BigDecimal cap = row.number();
        BigDecimal floor = row.number();
        Integer decimals = row.integer();
        return index == null ? null : new Revision(index, YearMonth.parse(month), share, cap, floor, decimals);
    }
}
