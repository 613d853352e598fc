package org.prorata.subject.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Item;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;

/** Which price of an item holds on a day: the order's, as changed by revisions and changes of plan. The only place that says so. */
public final class Prices {

    private final List<Change> changes = new ArrayList<>();

    /**
     * A price that holds from a day on.
     *
     * @param told     day on which it was announced or ordered; null for a price that follows an index
     * @param pending  whether a later order sets it aside before it takes effect
     */
    public record Change(
            String item,
            LocalDate from,
            BigDecimal price,
            LocalDate told,
            boolean pending,
            Reason reason,
            List<TableRow> rows) {

        static Change byIndex(String item, LocalDate from, BigDecimal price, Reason reason, List<TableRow> rows) {
            return new Change(item, from, price, null, true, reason, rows);
        }
    }

    /** A new price from a day on. An order on that day or before sets aside revisions still to come. */
    public void add(Change change) {
        if (!change.pending()) {
            changes.removeIf(other -> other.pending()
                    && other.item().equals(change.item())
                    && !other.from().isBefore(change.from()));
        }
        changes.add(change);
    }

    /** The change whose price holds on a day, or null: the order's price does. */
    public Change change(Item item, LocalDate day) {
        Change found = null;
        for (Change change : changes) {
            if (change.item().equals(item.id())
                    && !change.from().isAfter(day)
                    && (found == null || !change.from().isBefore(found.from()))) {
                found = change;
            }
        }
        return found;
    }

    /** The last price told or ordered, not by index, that holds on a day, or null: the order's price does. */
    Change toldFor(Item item, LocalDate day) {
        Change found = null;
        for (Change change : changes) {
            if (change.told() != null
                    && change.item().equals(item.id())
                    && !change.from().isAfter(day)
                    && (found == null || !change.from().isBefore(found.from()))) {
                found = change;
            }
        }
        return found;
    }

    /** Whether a change still stands and no later order set it aside. */
    public boolean stands(String item, LocalDate from, BigDecimal price) {
        return changes.stream()
                .anyMatch(change -> change.item().equals(item)
                        && change.from().equals(from)
                        && change.price().equals(price));
    }

    /** The price of one unit on a day, excluding tax. */
    public BigDecimal on(Item item, LocalDate day) {
        Change change = changes.isEmpty() ? null : change(item, day);
        return change == null ? item.price() : change.price();
    }

    /** The first day after {@code day} from which a revision told by then holds, or null. */
    public LocalDate comingAfter(LocalDate day) {
        return changes.stream()
                .filter(change -> change.pending()
                        && change.told() != null
                        && !change.told().isAfter(day)
                        && change.from().isAfter(day))
                .map(Change::from)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
