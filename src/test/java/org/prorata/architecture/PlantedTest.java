package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each guard finds what is planted for it, in rooms within rooms too. */
class PlantedTest {

    private static final String ROOT = "org.prorata.architecture.planted";
    private static final Path SOURCES = Path.of("src/test/java", ROOT.split("\\."));

    private static final Guards PLANTED = new Guards(ROOT, new ClassFileImporter().importPackages(ROOT));

    @Test
    void an_arrow_from_a_subject_into_storage_and_one_between_two_rooms_of_storage() {
        assertThat(PLANTED.arrows())
                .contains(
                        "subject.late.Reminder store.runs",
                        "store.runs.Kept store.invoices",
                        "cli.Door store.runs",
                        "cli.Door book.engine")
                .doesNotContain("cli.Door app")
                .noneMatch(arrow -> arrow.startsWith("store.invoices"));
    }

    @Test
    void a_circle_of_rooms_within_rooms() {
        assertThat(PLANTED.cycles())
                .singleElement()
                .asString()
                .contains("Slice store.runs -> ", "Slice subject.late -> ");
    }

    @Test
    void a_clock_the_machine_chance_and_a_file_below_the_doors() {
        assertThat(PLANTED.surprises())
                .hasSize(6)
                .allMatch(surprise -> surprise.contains(ROOT + ".subject.late.Surprise"));
        assertThat(PLANTED.outside()).isNotEmpty().allMatch(found -> found.contains("subject.late.Surprise"));
    }

    @Test
    void a_library_outside_its_rooms() {
        Set<String> sql = House.LIBRARIES.get("java.sql");
        assertThat(PLANTED.library("java.sql", sql)).containsExactly(ROOT + ".cli.Door");
        assertThat(PLANTED.knowing("java.sql")).hasSize(2);
        assertThat(PLANTED.library("org.apache.poi", House.LIBRARIES.get("org.apache.poi")))
                .containsExactly(ROOT + ".book.schema.Cell");
    }

    @Test
    void a_figure_and_a_clause_in_a_room_within_a_room() throws IOException {
        assertThat(NoFiguresInJavaTest.figuresOf(SOURCES)).containsExactly("subject/late/Reminder.java:11 40");
        assertThat(NoFiguresInJavaTest.clausesOf(SOURCES)).containsExactly("store/runs/Kept.java:12 TU-LATE");
    }

    @Test
    void a_statement_of_SQL_outside_storage() throws IOException {
        assertThat(TextsTest.sql(SOURCES)).containsExactly("cli/Door.java");
    }

    @Test
    void a_command_named_behind_the_doors() throws IOException {
        assertThat(TextsTest.commands(SOURCES)).containsExactly("store/runs/Kept.java");
    }
}
