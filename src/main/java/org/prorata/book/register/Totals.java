package org.prorata.book.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the clauses of one document.
 *
 * @param open those that nothing decides and of which nobody says why
 */
public record Totals(String contract, int clauses, int decided, int open, int notComputed) {

    /** By contract, in the order of the register. */
    public static List<Totals> of(List<ClauseEntry> entries) {
        Map<String, List<ClauseEntry>> byContract = new LinkedHashMap<>();
        entries.forEach(entry -> byContract
                .computeIfAbsent(entry.place().contract(), c -> new ArrayList<>())
                .add(entry));
        return byContract.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue()))
                .toList();
    }

    /** All of them under one name. */
    public static Totals of(String name, List<ClauseEntry> entries) {
        int decided = (int) entries.stream().filter(ClauseEntry::decided).count();
        int notComputed = (int) entries.stream()
                .filter(entry -> !entry.decided() && entry.notComputed() != null)
                .count();
        return new Totals(name, entries.size(), decided, entries.size() - decided - notComputed, notComputed);
    }
}
