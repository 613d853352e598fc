package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its plan. */
class ArchitectureTest {

    private static final Path MAIN = Path.of("src/main/java", House.ROOT.split("\\."));
    private static final Path BENCH = Path.of("src/bench/java", House.ROOT.split("\\."));

    private static final Guards HOUSE = new Guards(House.ROOT, House.classes());

    static Stream<String> rooms() {
        return House.names().stream();
    }

    static Stream<String> libraries() {
        return House.LIBRARIES.keySet().stream().sorted();
    }

    @Test
    void every_room_has_its_arrows_and_a_sentence() throws IOException {
        SortedSet<String> found = new TreeSet<>();
        for (Path root : List.of(MAIN, BENCH)) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(file ->
                                root.relativize(file.getParent()).toString().replace('/', '.'))
                        .forEach(found::add);
            }
        }
        assertThat(found).isEqualTo(House.names());
        for (String room : found) {
            assertThat((room.equals("bench") ? BENCH : MAIN)
                            .resolve(room.replace('.', '/'))
                            .resolve("package-info.java"))
                    .content()
                    .as("%s: one sentence", room)
                    .matches("(?s)/\\*\\* [A-Z][^.]*\\. \\*/\n.*package " + House.ROOT + "\\." + room + ";\n.*");
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_may_know_only_rooms_of_the_plan(String room) {
        assertThat(House.ROOMS.keySet()).as("what %s may know", room).containsAll(House.ROOMS.get(room));
        assertThat(HOUSE.of(room)).as("classes of %s", room).isNotEmpty();
    }

    /** The command line: use cases, their records, documents and words. Files on their way there are listed. */
    @Test
    void a_file_reaches_only_the_rooms_that_its_room_may_know() {
        ShrinkingList.of("arrows.txt").holds("rooms that a file may not reach", HOUSE.arrows());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_library_is_known_only_to_its_rooms(String library) {
        Set<String> owners = House.LIBRARIES.get(library);
        assertThat(HOUSE.library(library, owners)).isEmpty();
        Set<String> knowing = new HashSet<>();
        HOUSE.knowing(library).forEach(type -> knowing.add(House.room(House.ROOT, type)));
        assertThat(owners)
                .as("rooms that may know %s and do", library)
                .allMatch(owner -> knowing.stream().anyMatch(room -> House.within(room, Set.of(owner))));
    }

    @Test
    void the_driver_of_the_database_is_known_only_to_the_store() throws ClassNotFoundException {
        String driver = Class.forName("org.postgresql.Driver").getPackageName();
        assertThat(HOUSE.library(driver, Set.of("store", "bench"))).isEmpty();
    }

    @Test
    void no_room_leads_back_to_itself() {
        assertThat(HOUSE.cycles()).isEmpty();
    }

    @Test
    void below_the_doors_nobody_asks_clock_machine_or_chance() {
        assertThat(HOUSE.surprises()).isEmpty();
    }

    @Test
    void below_the_doors_nobody_reads_files_or_the_network() {
        assertThat(HOUSE.outside()).isEmpty();
    }
}
