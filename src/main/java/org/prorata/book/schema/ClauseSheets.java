package org.prorata.book.schema;

import static org.prorata.book.schema.Needed.with;
import static org.prorata.book.schema.Needed.without;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The workbook of clauses: what each says in our words, and what became of every article. Nothing is computed by it. */
public final class ClauseSheets {

    private static final String WORKBOOK = "clauses";

    /** Clauses of contracts and laws; an id is what the rows of other sheets cite. */
    public static final Sheet CLAUSES = Sheet.texts(
            WORKBOOK,
            "clauses",
            "What clauses of contracts and laws say",
            note("id", Column.CellType.CLAUSE, "Id of the clause, by which rows cite it")
                    .mandatory(),
            note(
                    "terms",
                    Column.CellType.NAME,
                    "Contract profile whose text it stands in; empty: a law or another document"),
            text(
                            "document",
                            "Name of the document, as it is cited; empty: the title of the profile up to its first comma")
                    .needed(without("terms")),
            text("version", "Date or version of the text, as it is cited").mandatory(),
            text("article", "Article, annex or heading, as it is cited; silence: the text says nothing")
                    .mandatory(),
            text("says_en", "What it says in our own words, one sentence in English")
                    .mandatory(),
            text("says_fr", "The same in French").mandatory(),
            text(
                            "not_computed_en",
                            "Why no amount, date or right follows from it, in English; empty: something is computed")
                    .needed(with("not_computed_fr")),
            text("not_computed_fr", "The same in French").needed(with("not_computed_en")));

    /** Every article of a contract in its order, also those that set nothing. */
    public static final Sheet ARTICLES = Sheet.texts(
            WORKBOOK,
            "articles",
            "What became of each article of a contract, in its order",
            note("name", Column.CellType.NAME, "Short name of the row, unique in the sheet")
                    .mandatory(),
            note("terms", Column.CellType.NAME, "Contract profile whose text it stands in")
                    .mandatory(),
            text("article", "Number and heading of the article, the annex or the part of it")
                    .mandatory(),
            text("about_en", "What it is about in our own words, in English").mandatory(),
            text("about_fr", "The same in French").mandatory(),
            note(
                    "clauses",
                    Column.CellType.CLAUSES,
                    "Clauses that say what it sets, separated by commas; empty: it sets nothing"),
            text("why_en", "Why nothing is computed of it, or of the rest of it, in English")
                    .needed(without("clauses"), with("why_fr")),
            text("why_fr", "The same in French").needed(without("clauses"), with("why_en")));

    private static final String RESOURCE = "/prorata/book/tables.txt";
    private static final String PROFILES = "contract-terms!profiles";

    private ClauseSheets() {}

    /** The clauses that the program brings along, with the profiles whose text they stand in; read without the rest of its tables. */
    public static Tables shipped() {
        List<Sheet> wanted = Shipped.sheets().stream()
                .filter(sheet -> !sheet.decides() || sheet.id().equals(PROFILES))
                .toList();
        try (InputStream in = ClauseSheets.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + RESOURCE + ": build it again");
            }
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> wanted.stream().anyMatch(sheet -> line.startsWith(sheet.id() + "!")))
                    .collect(Collectors.joining("\n"));
            return CanonicalTables.read(lines, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same tables, those of a book from before there were clauses with the program's own. */
    public static Tables known(Tables tables) {
        boolean own = tables.all().stream()
                .anyMatch(table ->
                        table.sheet().id().equals(CLAUSES.id()) && !table.rows().isEmpty());
        return own
                ? tables
                : tables.with(new Tables(shipped().all().stream()
                        .filter(table -> !table.sheet().decides())
                        .toList()));
    }

    /** Ids of the clauses that a book brings, or of the program's own where it brings none. */
    public static Set<String> ids(Tables tables) {
        return known(tables).table(CLAUSES.id()).rows().stream()
                .map(CLAUSES::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Column text(String name, String help) {
        return Column.text(name, help);
    }

    private static Column note(String name, Column.CellType type, String help) {
        return Column.of(name, Column.ColumnRole.NOTE, type, false, help);
    }
}
