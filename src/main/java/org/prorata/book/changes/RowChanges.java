package org.prorata.book.changes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Tables;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;

/**
 * The rows that decide otherwise in one book than in another. What no rule reads, such as a description, and the place in the
 * sheet are no difference; a row is the same one under its name, and a published value under its days.
 */
public final class RowChanges {

    private final Map<String, Change> old = new HashMap<>();
    private final Map<String, Change> now = new HashMap<>();

    private RowChanges() {}

    /** What became of a row. */
    public enum Kind {
        CHANGED,
        ADDED,
        REMOVED
    }

    /** A row that only one of the books has as it is: the new book's row, or the old one's where it is gone. */
    public record Change(TableRow row, Kind kind) {}

    /** The rows by which the tables {@code now} differ from {@code before}. */
    public static RowChanges between(Tables before, Tables now) {
        RowChanges changes = new RowChanges();
        List<RowPair> pairs = RowPair.of(before, now).stream()
                .filter(pair -> pair.sheet().decides())
                .toList();
        Map<String, Set<Object>> was = contents(pairs, RowPair::before);
        Map<String, Set<Object>> is = contents(pairs, RowPair::after);
        pairs.forEach(pair -> changes.add(
                pair, was.get(pair.sheet().id()), is.get(pair.sheet().id())));
        return changes;
    }

    /** @param was what the rows of the sheet say in the old book: a row under another name decides the same */
    private void add(RowPair pair, Set<Object> was, Set<Object> is) {
        // a published value that holds for other days is another one
        boolean both = pair.before() != null
                && pair.after() != null
                && !(pair.sheet().series()
                        && !pair.differing(Set.of(Column.ColumnRole.KEY)).isEmpty());
        if (pair.after() != null && !was.contains(content(pair.sheet(), pair.after()))) {
            now.put(pair.after().ref().citation(), new Change(pair.after().ref(), both ? Kind.CHANGED : Kind.ADDED));
        }
        if (pair.before() != null && !is.contains(content(pair.sheet(), pair.before()))) {
            old.put(
                    pair.before().ref().citation(),
                    both
                            ? new Change(pair.after().ref(), Kind.CHANGED)
                            : new Change(pair.before().ref(), Kind.REMOVED));
        }
    }

    private static Map<String, Set<Object>> contents(List<RowPair> pairs, Function<RowPair, Row> side) {
        Map<String, Set<Object>> contents = new HashMap<>();
        for (RowPair pair : pairs) {
            Set<Object> ofSheet = contents.computeIfAbsent(pair.sheet().id(), id -> new HashSet<>());
            if (side.apply(pair) != null) {
                ofSheet.add(content(pair.sheet(), side.apply(pair)));
            }
        }
        return contents;
    }

    /** What a rule reads of a row. */
    private static Object content(Sheet sheet, Row row) {
        return sheet.columns().stream()
                .filter(column -> column.role() != Column.ColumnRole.NOTE)
                .map(column -> RowPair.text(row, column))
                .toList();
    }

    /** Whether no row decides otherwise. */
    public boolean none() {
        return old.isEmpty() && now.isEmpty();
    }

    /** What became of a row of the old book, when the new one does not have it as it was. */
    public Optional<Change> ofOld(TableRow row) {
        return Optional.ofNullable(old.get(row.citation()));
    }

    /** What a row of the new book came from, when the old one does not have it as it is. */
    public Optional<Change> ofNew(TableRow row) {
        return Optional.ofNullable(now.get(row.citation()));
    }
}
