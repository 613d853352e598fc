package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its plan. */
class ArchitectureTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/org/prorata"), Path.of("src/bench/java/org/prorata"));

    private static final Guards HOUSE = new Guards(House.ROOT, House.classes());

    static Stream<String> rooms() {
        return House.names().stream();
    }

    static Stream<String> libraries() {
        return House.LIBRARIES.keySet().stream().sorted();
    }

    @Test
    @DisplayName("every room has its arrows and a sentence")
    void everyRoomHasItsArrowsAndASentence() throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .forEach(folder ->
                                found.put(root.relativize(folder).toString().replace('/', '.'), folder));
            }
        }
        assertThat(found.keySet()).isEqualTo(House.names());
        for (String room : found.keySet()) {
            assertThat(found.get(room).resolve("package-info.java"))
                    .content()
                    .as("%s: one sentence", room)
                    .matches("(?s)/\\*\\* [A-Z][^.]*\\. \\*/\n.*package " + House.ROOT + "\\." + room + ";\n.*");
        }
    }

    @ParameterizedTest
    @DisplayName("a room may know only rooms of the plan")
    @MethodSource("rooms")
    void aRoomMayKnowOnlyRoomsOfThePlan(String room) {
        assertThat(House.ROOMS.keySet()).as("what %s may know", room).containsAll(House.ROOMS.get(room));
        assertThat(HOUSE.of(room)).as("classes of %s", room).isNotEmpty();
    }

    /** The command line: use cases, their records, documents and words. Files on their way there are listed. */
    @Test
    @DisplayName("a file reaches only the rooms that its room may know")
    void aFileReachesOnlyTheRoomsThatItsRoomMayKnow() {
        ShrinkingList.of("arrows.txt").holds("rooms that a file may not reach", HOUSE.arrows());
    }

    @ParameterizedTest
    @DisplayName("a library is known only to its rooms")
    @MethodSource("libraries")
    void aLibraryIsKnownOnlyToItsRooms(String library) {
        Set<String> owners = House.LIBRARIES.get(library);
        assertThat(HOUSE.library(library, owners)).isEmpty();
        Set<String> knowing = new HashSet<>();
        HOUSE.knowing(library).forEach(type -> knowing.add(House.room(House.ROOT, type)));
        assertThat(owners)
                .as("rooms that may know %s and do", library)
                .allMatch(owner -> knowing.stream().anyMatch(room -> House.within(room, Set.of(owner))));
    }

    @Test
    @DisplayName("the driver of the database is known only to the store")
    void theDriverOfTheDatabaseIsKnownOnlyToTheStore() throws ClassNotFoundException {
        String driver = Class.forName("org.postgresql.Driver").getPackageName();
        assertThat(HOUSE.library(driver, Set.of("store", "bench"))).isEmpty();
    }

    @Test
    @DisplayName("no room leads back to itself")
    void noRoomLeadsBackToItself() {
        assertThat(HOUSE.cycles()).isEmpty();
    }

    @Test
    @DisplayName("below the doors nobody asks clock machine or chance")
    void belowTheDoorsNobodyAsksClockMachineOrChance() {
        assertThat(HOUSE.surprises()).isEmpty();
    }

    @Test
    @DisplayName("below the doors nobody reads files or the network")
    void belowTheDoorsNobodyReadsFilesOrTheNetwork() {
        assertThat(HOUSE.outside()).isEmpty();
    }
}
