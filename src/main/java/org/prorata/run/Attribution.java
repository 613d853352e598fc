package org.prorata.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.prorata.book.changes.RowChanges;
import org.prorata.decision.Decision;
import org.prorata.decision.TableRow;

/**
 * The rows to which a difference is put down: those cited that only one of the books has as they are. Several stay together, as
 * none of them brought the difference about alone.
 */
final class Attribution {

    private final RowChanges changes;

    Attribution(RowChanges changes) {
        this.changes = changes;
    }

    /**
     * Rows by the words for them, with their clauses.
     *
     * @param rows {@code service-level!bands!9 changed}
     */
    record Found(TreeMap<String, List<String>> rows) {

        boolean none() {
            return rows.isEmpty();
        }

        String text() {
            return String.join(", ", rows.keySet());
        }

        String clauses() {
            Set<String> clauses = new TreeSet<>();
            rows.values().forEach(clauses::addAll);
            return String.join(", ", clauses);
        }

        void add(Found other) {
            rows.putAll(other.rows);
        }
    }

    static Found nothing() {
        return new Found(new TreeMap<>());
    }

    /** The rows that decisions of the old book and of the new one cite; either may be null. */
    Found of(Decision before, Decision after) {
        return of(before == null ? List.of() : List.of(before), after == null ? List.of() : List.of(after));
    }

    Found of(Collection<? extends Decision> before, Collection<? extends Decision> after) {
        Found found = nothing();
        before.forEach(decision -> take(decision, changes::ofOld, found));
        after.forEach(decision -> take(decision, changes::ofNew, found));
        return found;
    }

    private static void take(Decision decision, Function<TableRow, Optional<RowChanges.Change>> change, Found found) {
        for (TableRow row : decision.because().rows()) {
            change.apply(row)
                    .ifPresent(one -> found.rows()
                            .put(
                                    (one.kind() == RowChanges.Kind.REMOVED ? "old " : "")
                                            + one.row().citation() + " "
                                            + one.kind().name().toLowerCase(Locale.ROOT),
                                    one.row().clauses()));
        }
    }

    /** The clauses of a decision itself, for a difference that no row explains. */
    static String clauses(Decision before, Decision after) {
        return String.join(
                ", ", new TreeSet<>((after == null ? before : after).because().clauses()));
    }
}
