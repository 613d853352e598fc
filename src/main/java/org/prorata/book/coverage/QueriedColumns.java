package org.prorata.book.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/** What a book's sheets may be asked: which terms there are, from which day on, and with which values of a key. */
final class QueriedColumns {

    private final Tables tables;
    private final List<Row> profiles;

    QueriedColumns(Tables tables) {
        this.tables = tables;
        profiles = tables.all().stream()
                .filter(table -> table.sheet().id().equals(SheetUses.PROFILES))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.text(RowSelection.TERMS) != null)
                .toList();
    }

    /** The terms of all profiles; where the tables hold none, those that rows name. */
    List<String> terms(Table table) {
        Collection<Row> rows = profiles.isEmpty() ? table.rows() : profiles;
        return rows.stream()
                .map(row -> row.text(RowSelection.TERMS))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The first day on which a contract of the terms can ask anything; null: any day. */
    LocalDate first(String terms) {
        List<Row> own = profiles.stream()
                .filter(row -> row.text(RowSelection.TERMS).equals(terms))
                .toList();
        return own.isEmpty() || own.stream().anyMatch(row -> row.date("valid_from") == null)
                ? null
                : own.stream()
                        .map(row -> row.date("valid_from"))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    boolean holds(RowSelection where, String terms) {
        return where == null || where.holds(terms, tables);
    }

    /** The values of a key that terms may ask with; the empty text: with none. */
    List<String> values(Column key, String terms, Table table) {
        Set<String> values = new LinkedHashSet<>();
        RowSelection empty = SheetUses.EMPTY.get(key.name());
        if (terms != null && empty != null && holds(empty, terms)) {
            values.add("");
        }
        if (terms == null || holds(SheetUses.NAMED.get(key.name()), terms)) {
            values.addAll(listed(key, table));
        }
        String stoodInFor = key.name().equals("cause")
                ? SheetUses.STOOD_IN_FOR.get(table.sheet().id())
                : null;
        if (stoodInFor != null
                && table.rows().stream()
                        .noneMatch(row -> stoodInFor.equals(row.text(key.name()))
                                && (row.text(RowSelection.TERMS) == null
                                        || row.text(RowSelection.TERMS).equals(terms)))) {
            values.remove(stoodInFor);
        }
        return new ArrayList<>(values);
    }

    private Collection<String> listed(Column key, Table table) {
        return key.name().equals(SheetUses.SELLER.get(table.sheet().id())) ? countries(key, table) : anyOf(key, table);
    }

    /** The countries of the profiles and those that rows name; where the tables hold neither, all that there are. */
    private Collection<String> countries(Column key, Table table) {
        Set<String> countries = new LinkedHashSet<>();
        profiles.stream()
                .map(row -> row.text("seller_country"))
                .filter(Objects::nonNull)
                .forEach(countries::add);
        countries.addAll(named(key.name(), table));
        return countries.isEmpty() ? anyOf(key, table) : countries;
    }

    private static Collection<String> anyOf(Column key, Table table) {
        return switch (key.type()) {
            case LIST -> key.allowed();
            case YES_NO -> List.of("yes", "no");
            default -> named(key.name(), table);
        };
    }

    /** What rows hold in a column, in order; the empty text for empty cells. */
    static Collection<String> named(String column, Table table) {
        Set<String> named = new TreeSet<>();
        table.rows().forEach(row -> named.add(text(row, column)));
        named.remove("");
        return named;
    }

    static String text(Row row, String column) {
        Object value = row.values().get(column);
        return value == null ? "" : CellText.of(value);
    }
}
