package org.prorata.histories;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Numbers run without a gap in the order of days, each is given once and stays with its document. */
final class Numbers {

    private final World world;

    Numbers(World world) {
        this.world = world;
    }

    /** @param on the day that all numbers of the last issue bear, or null where nobody named one */
    void check(LocalDate on) {
        Map<String, Long> last = new HashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        Set<LocalDate> newest = new HashSet<>();
        world.client()
                .sql(
                        "select series, number, on_day, recording, invoice, debit_note, recording = (select max(recording) from issued) as newest"
                                + " from issued order by series, number")
                .query(row -> {
                    String series = row.getString("series");
                    LocalDate day = row.getObject("on_day", LocalDate.class);
                    Checks.expect(
                            "numbers",
                            row.getLong("number") == last.getOrDefault(series, 0L) + 1,
                            "a gap in " + series + " before " + row.getLong("number"));
                    Checks.expect(
                            "numbers",
                            !days.containsKey(series) || !day.isBefore(days.get(series)),
                            series + " goes back to " + day);
                    Checks.expect("numbers", series.endsWith(String.valueOf(day.getYear())), series + " of " + day);
                    String document = row.getObject("invoice") == null
                            ? "n" + row.getLong("debit_note")
                            : "i" + row.getLong("invoice");
                    String before = world.numbers.put(series + "-" + row.getLong("number"), document);
                    Checks.expect(
                            "numbers",
                            before == null || before.equals(document),
                            series + "-" + row.getLong("number") + " was " + before + ", is " + document);
                    last.put(series, row.getLong("number"));
                    days.put(series, day);
                    if (row.getBoolean("newest")) {
                        newest.add(day);
                    }
                });
        Checks.expect(
                "issue-day",
                on == null || newest.isEmpty() || newest.equals(Set.of(on)),
                "issued on " + on + ", the numbers bear " + newest);
    }
}
