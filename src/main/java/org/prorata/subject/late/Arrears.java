package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Displaced;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.FormalNoticeRule;

/** One late invoice, and what was settled about it so far. */
final class Arrears {

    private Debt debt;
    private final DueReason due;
    private final InterestRule rule;
    private Judgment judgment;
    private Interest interest;
    private BigDecimal fee = BigDecimal.ZERO;

    Arrears(Debt debt, DueReason due, InterestRule rule) {
        this.debt = debt;
        this.due = due;
        this.rule = rule;
    }

    /** Why the invoice fell due on its day: the rows and the sentence, and the day that the law set aside. */
    record DueReason(List<TableRow> rows, Reason reason, List<Displaced> displaced) {}

    /** The judgment that opened insolvency proceedings, where the invoice is a claim from before it, and the row of that law. */
    record Judgment(LocalDate day, TableRow row) {}

    /** The invoice is a claim from before a judgment. */
    void before(Judgment opened) {
        judgment = opened;
    }

    /** Null unless the invoice is a claim from before it. */
    Judgment judgment() {
        return judgment;
    }

    /** From the judgment on there is no interest, where the law sets the contract aside. */
    void stopAtJudgment() {
        if (judgment != null) {
            debt = debt.bearingUntil(judgment.day().minusDays(1));
        }
    }

    /** The days of the dispute bear interest after all. */
    void resume() {
        debt = debt.bearingInDispute();
    }

    Debt debt() {
        return debt;
    }

    /** The id of the invoice. */
    String invoice() {
        return debt.invoice().id();
    }

    /** The first late day whose interest no dispute takes away, or null: there is none. */
    LocalDate undisputedFrom() {
        return debt.undisputedFrom();
    }

    /** The first late day that bears interest by a law in force, or null: there is none. */
    LocalDate bearsFrom() {
        LocalDate from = undisputedFrom();
        return from == null || from.isAfter(debt.lastBearing()) || !rule.heldOn(firstLate()) ? null : from;
    }

    /** The day after the due day. */
    LocalDate firstLate() {
        return debt.firstLate();
    }

    DueReason due() {
        return due;
    }

    InterestRule rule() {
        return rule;
    }

    void interest(Interest settled) {
        interest = settled;
    }

    void fee(BigDecimal settled) {
        fee = settled;
    }

    /** What is owed, paid or not, of the invoice alone or with interest and fee. */
    BigDecimal owed(FormalNoticeRule.Covers covers) {
        BigDecimal sum = debt.invoice().amount();
        if (covers == FormalNoticeRule.Covers.PRINCIPAL) {
            return sum;
        }
        sum = sum.add(fee);
        return interest == null ? sum : sum.add(interest.amount());
    }

    /** What is unpaid at the end of the day of the computation, of the invoice alone or with interest and fee. */
    BigDecimal unpaid(FormalNoticeRule.Covers covers) {
        BigDecimal left;
        if (covers == FormalNoticeRule.Covers.PRINCIPAL) {
            left = interest == null ? debt.balance() : interest.principalLeft();
        } else {
            left = debt.balance().add(fee);
            left = interest == null ? left : left.add(interest.amount());
        }
        return left.max(BigDecimal.ZERO);
    }
}
