package org.prorata.book.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/** Every clause of one rule book: the conventions of the program, then those that the book's workbook of clauses brings. Immutable. */
public final class Register {

    private static final String PROFILES = "contract-terms!profiles";

    private final Map<String, ClauseEntry> entries;
    private final Conventions conventions;

    private Register(Map<String, ClauseEntry> entries, Conventions conventions) {
        this.entries = Collections.unmodifiableMap(entries);
        this.conventions = conventions;
    }

    /** The register of the book that the program brings along, without the rows that decide. */
    public static Register shipped() {
        return of(ClauseSheets.shipped());
    }

    /** The register of a book. One that was stored before books had clauses is under the program's own. */
    public static Register of(Tables tables) {
        return of(tables, Conventions.shipped());
    }

    /** The same with other conventions than the program's. */
    public static Register of(Tables tables, Conventions conventions) {
        Map<String, List<String>> rows = rows(tables);
        Map<String, ClauseEntry> entries = new LinkedHashMap<>();
        conventions.clauses().forEach(entry -> entries.put(entry.id(), decided(entry, rows, conventions)));
        Tables known = ClauseSheets.known(tables);
        Map<String, String> contracts = contracts(known);
        for (Row row : clauses(known)) {
            ClauseEntry entry = decided(entry(row, contracts), rows, conventions);
            // a convention of that id may have come with a later program than the book, which goes on saying what it
            // says
            entries.put(entry.id(), entry);
        }
        return new Register(entries, conventions);
    }

    /** All clauses. */
    public List<ClauseEntry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * One clause.
     *
     * @throws IllegalArgumentException when no clause has that id
     */
    public ClauseEntry entry(String id) {
        ClauseEntry found = entries.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the register has no clause " + id);
        }
        return found;
    }

    /** One clause, if the register has it. */
    public Optional<ClauseEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** What stands in the program's file of the register. */
    public Conventions conventions() {
        return conventions;
    }

    private static List<Row> clauses(Tables tables) {
        return table(tables, ClauseSheets.CLAUSES.id());
    }

    private static List<Row> table(Tables tables, String id) {
        return tables.all().stream()
                .filter(table -> table.sheet().id().equals(id))
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    /** The names of contracts by their terms: the title of a profile up to its first comma. */
    private static Map<String, String> contracts(Tables tables) {
        Map<String, String> contracts = new LinkedHashMap<>();
        table(tables, PROFILES)
                .forEach(row -> contracts.putIfAbsent(
                        row.text("terms"), row.text("title").split(",")[0].strip()));
        return contracts;
    }

    private static ClauseEntry entry(Row row, Map<String, String> contracts) {
        String terms = row.text("terms");
        String document = row.text("document");
        ClauseEntry.Place place = new ClauseEntry.Place(
                document == null ? contracts.getOrDefault(terms, terms) : document,
                terms,
                row.text("version"),
                row.text("article"));
        ClauseEntry.ClauseReason reason = row.text("not_computed_en") == null
                ? null
                : new ClauseEntry.ClauseReason(row.text("not_computed_en"), row.text("not_computed_fr"));
        return new ClauseEntry(
                row.text("id"), place, row.text("says_en"), row.text("says_fr"), List.of(), List.of(), reason);
    }

    private static ClauseEntry decided(ClauseEntry entry, Map<String, List<String>> rows, Conventions conventions) {
        return new ClauseEntry(
                entry.id(),
                entry.place(),
                entry.en(),
                entry.fr(),
                conventions.rules().getOrDefault(entry.id(), List.of()),
                rows.getOrDefault(entry.id(), List.of()),
                entry.notComputed());
    }

    /** Rows that decide, by the clause that they cite. */
    private static Map<String, List<String>> rows(Tables tables) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Table table : tables.all()) {
            if (table.sheet().policy()) {
                table.rows()
                        .forEach(row -> row.ref()
                                .clauses()
                                .forEach(clause -> rows.computeIfAbsent(clause, id -> new ArrayList<>())
                                        .add(table.sheet().id() + "!"
                                                + table.sheet().name(row))));
            }
        }
        return rows;
    }
}
