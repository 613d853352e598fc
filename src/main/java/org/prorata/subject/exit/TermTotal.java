package org.prorata.subject.exit;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.contract.OtherContract;
import org.prorata.subject.course.ContractState;
import org.prorata.values.Amounts;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/** What the running terms of a client's contracts come to, by which it is entitled to modules. */
final class TermTotal {

    private TermTotal() {}

    /** Euros of the running term of this contract and of the others for which nothing was asked for yet. */
    static BigDecimal on(ContractState course, Dossier dossier, LocalDate end) {
        BigDecimal total = BigDecimal.ZERO;
        Period term = course.timeline().on(end).term(end);
        Anchors months = Anchors.from(term.from(), 1);
        int length = months.indexOf(term.to().plusDays(1));
        for (Item item : dossier.contract().items()) {
            if (item.recurring()
                    && !item.from().isAfter(end)
                    && (item.to() == null || !item.to().isBefore(term.from()))) {
                total = total.add(Amounts.share(
                        course.prices().on(item, end).multiply(item.quantity()),
                        length,
                        item.per().months(),
                        dossier.digits()));
            }
        }
        for (OtherContract other : dossier.otherContracts()) {
            total = other.reversibilityRequested() ? total : total.add(other.total());
        }
        return total;
    }
}
