package org.prorata.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Displaced;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.terms.FormalNoticeRule;

/** One late invoice, and what was settled about it so far. */
final class Arrears {

    private final Debt debt;
    private final Due due;
    private final LocalDate bearsFrom;
    private final InterestRule rule;
    private Interest interest;
    private BigDecimal fee = BigDecimal.ZERO;

    Arrears(Debt debt, Due due, InterestRule rule) {
        this.debt = debt;
        this.due = due;
        this.bearsFrom = debt.firstBearingDay();
        this.rule = rule;
    }

    /** Why the invoice fell due on its day: the rows and the sentence, and the day that the law set aside. */
    record Due(List<TableRow> rows, Reason reason, List<Displaced> displaced) {
    }

    Debt debt() {
        return debt;
    }

    /** The id of the invoice. */
    String invoice() {
        return debt.invoice().id();
    }

    /** The first late day that is not disputed, or null: there is none. */
    LocalDate bearsFrom() {
        return bearsFrom;
    }

    Due due() {
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
