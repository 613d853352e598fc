package org.prorata.book.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.coverage.TableFinding.Kind;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** Holds bands of availability against the level that the terms promise: up to the target, and with what its method needs. */
final class BandCover {

    static final String SHEET = "service-level!bands";

    private static final String PROFILE = "service-level!profile";
    private static final String BOUND = "below_pct";
    /** What a band must say, by the method of the terms. */
    private static final Map<String, String> WORTH = Map.of("shortfall", "multiple", "percent", "percent");

    private final Table table;
    private final List<TableFinding> findings = new ArrayList<>();

    private BandCover(Table table) {
        this.table = table;
    }

    static List<TableFinding> findings(Table table, Tables tables) {
        BandCover cover = new BandCover(table);
        tables.all().stream()
                .filter(other -> other.sheet().id().equals(PROFILE))
                .flatMap(other -> other.rows().stream())
                .filter(profile -> WORTH.containsKey(profile.text("method")))
                .forEach(cover::against);
        return cover.findings;
    }

    private void against(Row profile) {
        List<Row> own = table.rows().stream()
                .filter(row -> row.text(RowSelection.TERMS) == null
                        || row.text(RowSelection.TERMS).equals(profile.text(RowSelection.TERMS)))
                .toList();
        String worth = WORTH.get(profile.text("method"));
        for (Row row : own) {
            if (row.values().get(worth) == null) {
                found(
                        profile,
                        Map.of(BOUND, new Region.Values(List.of(QueriedColumns.text(row, BOUND)))),
                        row,
                        Reason.of(
                                "tables.cover.worth",
                                number(row),
                                worth,
                                profile.text("method"),
                                number(profile),
                                PROFILE));
            }
        }
        if (profile.decimal("target_pct") != null && !own.isEmpty()) {
            upTo(profile, own);
        }
    }

    /** Days on which the highest band lies below the target. */
    private void upTo(Row profile, List<Row> own) {
        List<Placed> placed = own.stream().map(Placed::of).toList();
        Axis.DayAxis days = Axis.DayAxis.of(null, placed);
        BigDecimal target = profile.decimal("target_pct");
        Map<Row, BitSet> below = new LinkedHashMap<>();
        for (int atom = 0; atom < days.atoms; atom++) {
            int here = atom;
            placed.stream()
                    .filter(row -> days.extent(row.from(), row.to()).get(here))
                    .map(Placed::row)
                    .max(Comparator.comparing(row -> row.decimal(BOUND)))
                    .filter(top -> top.decimal(BOUND).compareTo(target) < 0)
                    .ifPresent(top ->
                            below.computeIfAbsent(top, key -> new BitSet()).set(here));
        }
        below.forEach((top, some) -> {
            Map<String, Region.Part> parts = new LinkedHashMap<>();
            parts.put(BOUND, new Region.NumberStretch(top.decimal(BOUND), target));
            if (some.cardinality() < days.atoms) {
                parts.put(Region.DAYS, days.part(some));
            }
            found(
                    profile,
                    parts,
                    top,
                    Reason.of("tables.cover.target", number(top), target.toPlainString(), number(profile), PROFILE));
        });
    }

    private void found(Row profile, Map<String, Region.Part> parts, Row row, Reason message) {
        Map<String, Region.Part> all = new LinkedHashMap<>();
        all.put(RowSelection.TERMS, new Region.Values(List.of(profile.text(RowSelection.TERMS))));
        all.putAll(parts);
        Map<String, String> cells = new LinkedHashMap<>();
        if (parts.get(BOUND) instanceof Region.NumberStretch missing) {
            table.sheet()
                    .columns()
                    .forEach(column -> cells.put(column.name(), QueriedColumns.text(row, column.name())));
            cells.put(BOUND, missing.to().toPlainString());
            cells.put("name", row.text("name") + "-2");
            if (parts.get(Region.DAYS) instanceof Region.DayStretch days) {
                cells.put("valid_from", text(days.from()));
                cells.put("valid_to", text(days.to()));
            }
            cells.values().removeIf(String::isEmpty);
        }
        findings.add(new TableFinding(
                Kind.GAP,
                table.sheet().id(),
                new Region(all),
                List.of(row.ref().row()),
                message,
                cells.isEmpty() ? List.of() : List.of(cells)));
    }

    private static String number(Row row) {
        return String.valueOf(row.ref().row());
    }

    private static String text(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
