package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Event.Dispute;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.TableId;

/**
 * How long disputes keep data past their usual end.
 *
 * @param began first day of a dispute that outlasts the usual end, or null: none does
 * @param last  last day of it and of those that followed on it, or null: it goes on
 * @param row   the row that lets disputes keep data, or null
 */
record Hold(LocalDate began, LocalDate last, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "holds", "terms");

    static final Hold NONE = new Hold(null, null, null);

    /** @param usual the last day on which the data are kept without a dispute, or null while they are kept anyhow */
    static Hold of(TableRow row, List<Dispute> disputes, LocalDate usual) {
        if (row == null || usual == null) {
            return NONE;
        }
        List<Dispute> lasting = disputes.stream()
                .filter(one -> one.to() == null || one.to().isAfter(usual))
                .sorted(Comparator.comparing(Dispute::from))
                .toList();
        if (lasting.isEmpty()) {
            return NONE;
        }
        LocalDate last = usual;
        for (Dispute one : lasting) {
            if (one.from().isAfter(last) && one != lasting.get(0)) {
                break;
            }
            if (one.to() == null) {
                return new Hold(lasting.get(0).from(), null, row);
            }
            last = one.to().isAfter(last) ? one.to() : last;
        }
        return new Hold(lasting.get(0).from(), last, row);
    }
}
