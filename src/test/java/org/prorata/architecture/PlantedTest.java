package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each guard finds what is planted for it, in rooms within rooms too. */
class PlantedTest {

    private static final String ROOT = "org.prorata.architecture.planted";
    private static final Path SOURCES = Path.of("src/test/java", ROOT.split("\\."));

    private static final Guards PLANTED = new Guards(ROOT, new ClassFileImporter().importPackages(ROOT));

    @Test
    @DisplayName("an arrow from a subject into storage and one between two rooms of storage")
    void anArrowFromASubjectIntoStorageAndOneBetweenTwoRoomsOfStorage() {
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
    @DisplayName("a circle of rooms within rooms")
    void aCircleOfRoomsWithinRooms() {
        assertThat(PLANTED.cycles())
                .singleElement()
                .asString()
                .contains("Slice store.runs -> ", "Slice subject.late -> ");
    }

    @Test
    @DisplayName("a clock the machine chance and a file below the doors")
    void aClockTheMachineChanceAndAFileBelowTheDoors() {
        assertThat(PLANTED.surprises())
                .hasSize(6)
                .allMatch(surprise -> surprise.contains(ROOT + ".subject.late.Surprise"));
        assertThat(PLANTED.outside()).isNotEmpty().allMatch(found -> found.contains("subject.late.Surprise"));
    }

    @Test
    @DisplayName("a library outside its rooms")
    void aLibraryOutsideItsRooms() {
        Set<String> sql = House.LIBRARIES.get("java.sql");
        assertThat(PLANTED.library("java.sql", sql)).containsExactly(ROOT + ".cli.Door");
        assertThat(PLANTED.knowing("java.sql")).hasSize(2);
        assertThat(PLANTED.library("org.apache.poi", House.LIBRARIES.get("org.apache.poi")))
                .containsExactly(ROOT + ".book.schema.Cell");
    }

    @Test
    @DisplayName("a figure and a clause in a room within a room")
    void aFigureAndAClauseInARoomWithinARoom() throws IOException {
        assertThat(NoFiguresInJavaTest.figuresOf(SOURCES)).containsExactly("subject/late/Reminder.java:11 40");
        assertThat(NoFiguresInJavaTest.clausesOf(SOURCES)).containsExactly("store/runs/Kept.java:12 TU-LATE");
    }

    @Test
    @DisplayName("a statement of SQL outside storage")
    void aStatementOfSqlOutsideStorage() throws IOException {
        assertThat(TextsTest.sql(SOURCES)).containsExactly("cli/Door.java");
    }

    @Test
    @DisplayName("a command named behind the doors")
    void aCommandNamedBehindTheDoors() throws IOException {
        assertThat(TextsTest.commands(SOURCES)).containsExactly("store/runs/Kept.java");
    }
}
