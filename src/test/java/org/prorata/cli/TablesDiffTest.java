package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.book.workbook.TableTool;

@DisplayName("prorata tables diff and twins")
class TablesDiffTest {

    private static final List<String> WORKBOOKS = List.of("late-payment", "interest-rates");

    @TempDir
    private Path folder;

    private Path before;
    private Path after;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        before = Files.createDirectory(folder.resolve("before"));
        after = Files.createDirectory(folder.resolve("after"));
        for (String name : WORKBOOKS) {
            for (Path to : List.of(before, after)) {
                Files.copy(Path.of("spreadsheets", name + ".yaml"), to.resolve(name + ".yaml"));
            }
        }
        TableTool.write(before, true);
    }

    private void edit(String workbook, String... edits) throws IOException {
        String text = Files.readString(after.resolve(workbook + ".yaml"));
        for (int i = 0; i < edits.length; i += 2) {
            String changed = text.replaceFirst(edits[i], edits[i + 1]);
            assertThat(changed).isNotEqualTo(text);
            text = changed;
        }
        Files.writeString(after.resolve(workbook + ".yaml"), text);
        TableTool.write(after, true);
    }

    private int run(Object... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(
                () -> {
                    throw new AssertionError("nothing is decided");
                },
                () -> {
                    throw new AssertionError("no rule book is needed");
                },
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(Stream.of("tables"), Stream.of(args).map(Object::toString))
                        .toArray(String[]::new));
    }

    @Test
    @DisplayName("tells rows added, removed and changed by their names, cell by cell")
    void differences() throws IOException {
        edit(
                "late-payment",
                "(name: france, clauses: \\[L-FR-40\\].*amount: )40",
                "$145.5",
                "(?m)^.*name: spain-consumer.*\n",
                "",
                "(?m)^(.*)row: 6, name: connelink, clauses: \\[CL-SUSPEND\\](.*)$",
                "$1row: 6, name: sesame, clauses: [SE-LATE], terms: sesame, days: 30, covers: principal, suspension: no, termination: no, reading: interpretation}\n"
                        + "$1row: 9, name: connelink, clauses: [CL-SUSPEND]$2");
        edit("interest-rates", "(year: 2024, half: 1, )rate_pct: [0-9.]+", "$1rate_pct: 5.08");
        assertThat(run("diff", before.resolve("late-payment.xlsx"), after)).isEqualTo(1);
        assertThat(out).hasToString("""
                changed: late-payment!recovery-fee france (row 5): amount 40 → 45.5
                removed: late-payment!recovery-fee spain-consumer (row 9): name spain-consumer, clauses L-ES-LATE, description "Professional clients only", \
                country ES, professional no, amount 0, reading statute, source "Ley 3/2004, art. 3", last_checked 2026-11-01
                added: late-payment!formal-notice sesame (row 6): name sesame, clauses SE-LATE, terms sesame, days 30, covers principal, suspension no, \
                termination no, reading interpretation
                moved: late-payment!formal-notice: 1 at another place, the cells the same
                1 added, 1 removed, 1 changed
                """);
        assertThat(run("diff", "--language", "fr", before.resolve("late-payment.xlsx"), after))
                .isEqualTo(1);
        assertThat(out).hasToString("""
                modifiée : late-payment!recovery-fee france (ligne 5) : amount 40 → 45.5
                supprimée : late-payment!recovery-fee spain-consumer (ligne 9) : name spain-consumer, clauses L-ES-LATE, description "Professional clients only", \
                country ES, professional no, amount 0, reading statute, source "Ley 3/2004, art. 3", last_checked 2026-11-01
                ajoutée : late-payment!formal-notice sesame (ligne 6) : name sesame, clauses SE-LATE, terms sesame, days 30, covers principal, suspension no, \
                termination no, reading interpretation
                déplacées : late-payment!formal-notice : 1 à une autre place, cellules identiques
                lignes ajoutées : 1, supprimées : 1, modifiées : 1
                """);
        assertThat(run("diff", "--json", before.resolve("interest-rates.xlsx"), after.resolve("interest-rates.xlsx")))
                .isEqualTo(1);
        assertThat(out)
                .hasToString(
                        "{\"differences\":[{\"difference\":\"changed\",\"sheet\":\"interest-rates!legal-fr\",\"row\":\"year 2024, half 1\",\"a\":29,\"b\":29,"
                                + "\"cells\":[{\"column\":\"rate_pct\",\"a\":\"5.07\",\"b\":\"5.08\"}]}],\"moved\":{}}\n");
    }

    @Test
    @DisplayName("finds no difference in a row that only stands elsewhere, and says so")
    void same() throws IOException {
        edit(
                "late-payment",
                "row: 6, name: connelink, clauses: \\[CL-SUSPEND\\]",
                "row: 60, name: connelink, clauses: [CL-SUSPEND]");
        assertThat(run("diff", before.resolve("late-payment.xlsx"), after.resolve("late-payment.xlsx")))
                .isZero();
        assertThat(out)
                .hasToString(
                        "moved: late-payment!formal-notice: 1 at another place, the cells the same%nThe same, cell by cell.%n"
                                .formatted());
        assertThat(run("diff", "--json", before.resolve("late-payment.xlsx"), after.resolve("late-payment.xlsx")))
                .isZero();
        assertThat(out).hasToString("{\"differences\":[],\"moved\":{\"late-payment!formal-notice\":1}}\n");
        assertThat(run("diff", "--language", "fr", before.resolve("late-payment.xlsx"), before))
                .isZero();
        assertThat(out).hasToString("Identiques, cellule par cellule.%n".formatted());
    }

    @Test
    @DisplayName("refuses two different workbooks, one that has errors and one that is not there")
    void refused() throws IOException {
        Path late = before.resolve("late-payment.xlsx");
        Path rates = before.resolve("interest-rates.xlsx");
        assertThat(run("diff", late, rates)).isEqualTo(2);
        assertThat(err)
                .hasToString(late + " and " + rates
                        + " are different workbooks; two files of one name, or folders%n".formatted());
        assertThat(run("diff", late, after)).isEqualTo(2);
        assertThat(err).hasToString(after.resolve("late-payment.xlsx") + ": no such file%n".formatted());
        Files.writeString(after.resolve("late-payment.xlsx"), "none");
        assertThat(run("diff", late, after)).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "late-payment.xlsx: the file is not a workbook; an .xlsx workbook without macros or password%n"
                                .formatted());
        assertThat(run("diff", "--language", "fr", late, after)).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "late-payment.xlsx : le fichier n’est pas un classeur ; un classeur .xlsx sans macros ni mot de passe%n"
                                .formatted());
    }

    @Test
    @DisplayName("twins writes the twins of a folder, or its workbooks from twins")
    void twins() throws IOException {
        String twin = Files.readString(before.resolve("late-payment.yaml"));
        Files.delete(before.resolve("late-payment.yaml"));
        assertThat(run("twins", before)).isZero();
        assertThat(out).hasToString("interest-rates.yaml%nlate-payment.yaml%n".formatted());
        assertThat(before.resolve("late-payment.yaml")).hasContent(twin);
        assertThat(run("twins", "--to-workbooks", after)).isZero();
        assertThat(run("diff", before.resolve("late-payment.xlsx"), after)).isZero();
        Files.writeString(after.resolve("late-payment.yaml"), twin.replaceFirst("country: FR", "country: FRR"));
        assertThat(run("twins", "--to-workbooks", after)).isEqualTo(2);
        assertThat(err.toString()).contains("\"FRR\"; one of the list, from AD to ZW (nearest: FR)");
    }
}
