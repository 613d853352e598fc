package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Invoice;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Displaced;
import org.prorata.decision.Proposal;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.InterestBasis;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Amounts;

/** Interest and recovery fee of the invoices in arrears: their slots, and what is decided when these are settled. */
final class Sums {

    /** The currency in which the recovery fee is fixed. */
    private static final String EURO = "EUR";

    private final EffectiveTerms setting;
    private final int digits;

    Sums(EffectiveTerms setting) {
        this.setting = setting;
        this.digits = setting.dossier().digits();
    }

    boolean feeInCurrency() {
        return setting.dossier().currency().getCurrencyCode().equals(EURO);
    }

    List<Slot<?>> slots(List<Arrears> all) {
        List<Slot<?>> slots = new ArrayList<>(2 * all.size());
        boolean fees = feeInCurrency();
        for (int i = 0; i < all.size(); i++) {
            if (setting.dossier().statutes()) {
                all.get(i).stopAtJudgment();
            }
            slots.add(interest(all.get(i)));
            if (fees) {
                slots.add(fee(all.get(i)));
            }
        }
        return slots;
    }

    private InterestSlot interest(Arrears arrears) {
        InterestRule rule = arrears.rule();
        if (arrears.bearsFrom() == null || rule.basis() == InterestBasis.NONE) {
            return new InterestSlot(arrears, null, null);
        }
        Interest agreed = interest(arrears.debt(), rule, null);
        FloorRule floor = !rule.agreed() || !setting.dossier().statutes()
                ? null
                : setting.policies().find(FloorRule.TABLE, FloorRule::of, arrears.bearsFrom(), setting.sellerCountry());
        if (floor == null || !rule.mayFallBelow(floor)) {
            return new InterestSlot(arrears, agreed, null);
        }
        return new InterestSlot(arrears, agreed, interest(arrears.debt(), rule, floor));
    }

    private Interest interest(Debt debt, InterestRule rule, FloorRule floor) {
        return Interest.of(debt, rule, new Rates(rule, setting.policies(), floor), digits);
    }

    private FeeSlot fee(Arrears arrears) {
        LocalDate arises = arrears.undisputedFrom();
        if (arises == null) {
            return new FeeSlot(arrears, null, digits);
        }
        boolean insolvent =
                arrears.judgment() != null && !arrears.judgment().day().isAfter(arises);
        FeeRule rule = setting.law(
                FeeRule.TABLE,
                FeeRule::of,
                arises,
                setting.sellerCountry(),
                setting.professional(),
                setting.dossier().customer().publicBuyer() ? "yes" : "no",
                insolvent ? "yes" : "no");
        return new FeeSlot(arrears, rule, digits);
    }

    Decision decide(InterestSlot slot) {
        Settlement.Settled<Interest> settled = Settlement.one(slot);
        Arrears arrears = slot.arrears();
        Interest interest = settled.stands().value();
        if (interest == null) {
            return new Decision.NothingDue(
                    "late_interest",
                    null,
                    arrears.invoice(),
                    because(settled, arrears, List.of(arrears.due().reason()), List.of()));
        }
        arrears.interest(interest);
        BigDecimal toClaim = left(interest.amount(), arrears.debt().claimed(Invoice.Claimed.Kind.INTEREST));
        Because because =
                because(settled, arrears, reasons(arrears, interest, toClaim), displaced(settled.displaced()));
        return interest.amount().signum() == 0
                ? new Decision.NothingDue("late_interest", null, arrears.invoice(), because)
                : new Decision.LateInterest(
                        arrears.invoice(), interest.days(), interest.amount(), toClaim, interest.segments(), because);
    }

    Decision decide(FeeSlot slot) {
        Settlement.Settled<BigDecimal> settled = Settlement.one(slot);
        Arrears arrears = slot.arrears();
        BigDecimal fee = settled.stands().value();
        Because because = because(settled, arrears, List.of(arrears.due().reason()), List.of());
        if (fee == null) {
            return new Decision.NothingDue("recovery_fee", null, arrears.invoice(), because);
        }
        arrears.fee(fee);
        BigDecimal claimed = arrears.debt().claimed(Invoice.Claimed.Kind.FEE);
        BigDecimal toClaim = left(fee, claimed);
        if (slot.rule().payableDays() != null) {
            because =
                    Becauses.with(because, Reason.of("late.payable", slot.rule().payableDays()));
        }
        return new Decision.RecoveryFee(
                arrears.invoice(),
                fee,
                toClaim,
                claimed.signum() == 0 ? because : Becauses.with(because, Reason.of("late.claimed", claimed, toClaim)));
    }

    private BigDecimal left(BigDecimal amount, BigDecimal claimed) {
        return claimed.signum() == 0 ? amount : Amounts.round(Amounts.notBelowZero(amount.subtract(claimed)), digits);
    }

    private List<Reason> reasons(Arrears arrears, Interest interest, BigDecimal toClaim) {
        List<Decision.Segment> segments = interest.segments();
        List<Reason> reasons = new ArrayList<>(segments.size() + 2);
        reasons.add(arrears.due().reason());
        for (int i = 0; i < segments.size(); i++) {
            Decision.Segment segment = segments.get(i);
            reasons.add(Reason.of(
                    "late.segment",
                    segment.from(),
                    segment.to(),
                    segment.days(),
                    segment.base(),
                    segment.ratePct(),
                    interest.yearDays(segment.from())));
        }
        Invoice.Dispute dispute = arrears.debt().dispute();
        if (dispute != null) {
            reasons.add(
                    dispute.to() == null
                            ? Reason.of("late.disputed_since", dispute.from())
                            : Reason.of("late.disputed", dispute.from(), dispute.to()));
        }
        if (arrears.debt().lastBearing().isBefore(arrears.debt().on())) {
            reasons.add(Reason.of("late.judgment.stops", arrears.judgment().day()));
        }
        if (interest.paidInterest().signum() > 0) {
            reasons.add(Reason.of("late.interest_first", interest.paidInterest()));
        }
        reasons.addAll(interest.rates().weak());
        BigDecimal claimed = arrears.debt().claimed(Invoice.Claimed.Kind.INTEREST);
        if (claimed.signum() != 0) {
            reasons.add(Reason.of("late.claimed", claimed, toClaim));
        }
        return reasons;
    }

    /** What the agreed rate would have come to. */
    private static List<Displaced> displaced(List<Proposal<Interest>> lower) {
        List<Displaced> all = new ArrayList<>(lower.size());
        for (Proposal<Interest> proposal : lower) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("rate_pct", proposal.value().segments().get(0).ratePct());
            fields.put("amount", proposal.value().amount());
            all.add(Becauses.displaced(proposal, fields));
        }
        return all;
    }

    /** What rests on no row is our reading; what sets aside the contract is the law's. */
    private static Because because(
            Settlement.Settled<?> settled, Arrears arrears, List<Reason> reasons, List<Displaced> displaced) {
        List<TableRow> rows = arrears.due().rows();
        if (arrears.debt().lastBearing().isBefore(arrears.debt().on())) {
            rows = new ArrayList<>(rows);
            rows.add(arrears.judgment().row());
        }
        Because because = Becauses.of(settled, rows, reasons);
        List<Displaced> cut = arrears.due().displaced();
        if (displaced.isEmpty() && cut.isEmpty()) {
            return settled.stands().rows().isEmpty()
                    ? Becauses.over(because, Reading.INTERPRETATION, List.of())
                    : because;
        }
        List<Displaced> all = new ArrayList<>(displaced);
        all.addAll(cut);
        return Becauses.over(because, Reading.STATUTE, List.copyOf(all));
    }
}
