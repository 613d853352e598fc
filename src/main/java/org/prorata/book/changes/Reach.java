package org.prorata.book.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.Tables;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/**
 * Why a changed row moves nothing in a window, as far as the row itself says: it holds on other days, for other terms, or
 * answers a question that no bill, no late payment and no service level asks.
 *
 * @param row the row by its citation
 * @param why what it is, and when the row would be asked
 */
public record Reach(String row, Reason why) {

    /** The workbooks and sheets that only exits, rights, dates and terms ask. */
    private static final List<String> ELSEWHERE = List.of(
            "reversibility!", "export-entitlement!", "rights!", "contract-terms!versions", "statute!switching-charges");

    /**
     * All rows by which tables differ, each with what it was asked for in a window in which it moved nothing.
     *
     * @param terms those of the contracts looked at
     */
    public static List<Reach> of(Tables before, Tables now, LocalDate from, LocalDate to, Set<String> terms) {
        RowChanges changes = RowChanges.between(before, now);
        List<Reach> reaches = new ArrayList<>();
        for (RowPair pair : RowPair.of(before, now)) {
            boolean changed = pair.before() != null
                            && changes.ofOld(pair.before().ref()).isPresent()
                    || pair.after() != null && changes.ofNew(pair.after().ref()).isPresent();
            if (pair.sheet().decides() && changed) {
                Row row = pair.after() == null ? pair.before() : pair.after();
                reaches.add(new Reach(row.ref().citation(), why(pair, from, to, terms)));
            }
        }
        return reaches;
    }

    private static Reason why(RowPair pair, LocalDate from, LocalDate to, Set<String> terms) {
        LocalDate first = first(pair);
        LocalDate last = last(pair);
        String id = pair.sheet().id();
        if (ELSEWHERE.stream().anyMatch(id::startsWith)) {
            return Reason.of("tables.reach.elsewhere");
        }
        if (first != null && first.isAfter(to)) {
            return Reason.of("tables.reach.later", first.toString());
        }
        if (last != null && last.isBefore(from)) {
            return Reason.of("tables.reach.earlier", last.toString());
        }
        String own = terms(pair);
        return own != null && !terms.contains(own)
                ? Reason.of("tables.reach.terms", own)
                : Reason.of("tables.reach.same");
    }

    /** The first day on which either of both can be asked, null: any. */
    private static LocalDate first(RowPair pair) {
        LocalDate first = LocalDate.MAX;
        for (Row row : rows(pair)) {
            LocalDate own = RowSpan.of(pair.sheet(), row.values()).first();
            if (own == null) {
                return null;
            }
            first = own.isBefore(first) ? own : first;
        }
        return first;
    }

    private static LocalDate last(RowPair pair) {
        LocalDate last = LocalDate.MIN;
        for (Row row : rows(pair)) {
            LocalDate own = RowSpan.of(pair.sheet(), row.values()).last();
            if (own == null) {
                return null;
            }
            last = own.isAfter(last) ? own : last;
        }
        return last;
    }

    /** The terms that both are for, null: any, or others. */
    private static String terms(RowPair pair) {
        List<String> all = rows(pair).stream()
                .map(row -> row.values().get("terms") instanceof String text ? text : "")
                .distinct()
                .toList();
        return all.size() == 1 && !all.get(0).isEmpty() ? all.get(0) : null;
    }

    private static List<Row> rows(RowPair pair) {
        List<Row> rows = new ArrayList<>();
        if (pair.before() != null) {
            rows.add(pair.before());
        }
        if (pair.after() != null) {
            rows.add(pair.after());
        }
        return rows;
    }
}
