package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.TextCopy;

@DisplayName("Where a clause stands")
class CitationsTest {

    private static final BookSource SHIPPED = RuleBook.shipped().source();

    private static BookSource with(Tables tables) {
        return new BookSource(SHIPPED.rules(), tables, SHIPPED.calculation());
    }

    private static Tables edited(String from, String to) throws IOException {
        String text = Files.readString(Path.of("spreadsheets", "clauses.yaml"));
        String changed = text.replaceFirst(from, to);
        assertThat(changed).isNotEqualTo(text);
        return SHIPPED.tables().with(TextCopy.read("clauses", changed, Shipped.sheets()));
    }

    @Test
    @DisplayName("is said by the book that decided; conventions and what nobody knows are cited by their ids")
    void ofTheBook() throws IOException {
        Tables edited = edited("(id: TU-LATE, .*version: )24/05/2022(, article: )art. 12.3", "$11/1/2027$2art. 13");
        assertThat(Citations.of(edited).apply("TU-LATE")).isEqualTo("TU-LATE (Teach Up, 1/1/2027, art. 13)");
        assertThat(Citations.of(SHIPPED.tables()).apply("TU-LATE"))
                .isEqualTo("TU-LATE (Teach Up, 24/05/2022, art. 12.3)");
        assertThat(Citations.of(SHIPPED.tables()).apply("L-FR-40"))
                .isEqualTo("L-FR-40 (Code de commerce, as of 01/11/2026, L441-10 II, D441-5; CCP D2192-35)");
        assertThat(Citations.of(SHIPPED.tables()).apply("C-DATE")).isEqualTo("C-DATE");
        assertThat(Citations.of(SHIPPED.tables()).apply("XX-NONE")).isEqualTo("XX-NONE");
    }

    @Test
    @DisplayName(
            "is said by the program for a book that was stored before books had clauses, and that book keeps its name")
    void beforeThereWereClauses() {
        String stored = CanonicalTables.write(new Tables(SHIPPED.tables().all().stream()
                .filter(table -> table.sheet().decides())
                .toList()));
        assertThat(stored).doesNotContain("clauses!");
        Tables old = CanonicalTables.read(stored, Shipped.sheets());
        assertThat(old.table(ClauseSheets.CLAUSES.id()).rows()).isEmpty();
        assertThat(CanonicalTables.write(old)).isEqualTo(stored);
        assertThat(Citations.of(old).apply("TU-LATE")).isEqualTo("TU-LATE (Teach Up, 24/05/2022, art. 12.3)");
        assertThat(Checks.of(old, List.of()).problems()).isEmpty();
        assertThat(ClauseSheets.known(old).table(ClauseSheets.CLAUSES.id()))
                .isEqualTo(SHIPPED.tables().table(ClauseSheets.CLAUSES.id()));
        assertThat(ClauseSheets.known(SHIPPED.tables())).isSameAs(SHIPPED.tables());
    }

    @Test
    @DisplayName("makes another book when its wording changes, and no row decides otherwise")
    void anotherBook() throws IOException {
        Tables edited = edited("says_en: \"The order form sets", "says_en: \"The order form tells");
        assertThat(with(edited).version()).isNotEqualTo(SHIPPED.version());
        assertThat(TablesDiff.between(SHIPPED.tables(), edited))
                .hasSize(1)
                .first()
                .satisfies(one -> assertThat(one.sheet() + " " + one.key()).isEqualTo("clauses!clauses TU-TERM"));
        assertThat(org.prorata.book.changes.RowChanges.between(SHIPPED.tables(), edited)
                        .none())
                .isTrue();
        List<Table> fewer = new ArrayList<>(List.of(new Table(ClauseSheets.CLAUSES, List.of())));
        assertThat(org.prorata.book.changes.RowChanges.between(
                                SHIPPED.tables().with(new Tables(fewer)), SHIPPED.tables())
                        .none())
                .isTrue();
    }

    @Test
    @DisplayName("takes no part in deciding: no rule is made of clauses, and none of them is asked")
    void decidesNothing() {
        assertThat(SHIPPED.deciders()).noneMatch(name -> name.startsWith("clauses!"));
        assertThat(SHIPPED.tables().all().stream().map(Table::sheet).filter(sheet -> !sheet.decides()))
                .hasSize(2)
                .allSatisfy(
                        sheet -> assertThat(sheet.series() || sheet.policy()).isFalse());
    }
}
