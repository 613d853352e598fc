package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No class that a reader cannot hold in his head, and no name for two things. What is too large still is listed and only gets less. */
class SizesTest {

    private static final Path MAIN = Path.of("src/main/java/org/prorata");
    private static final int LINES = 250;
    private static final int PARAMETERS = 8;
    private static final int COMPONENTS = 15;

    private static final JavaClasses HOUSE = House.classes();
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.prorata.architecture.planted");

    @Test
    @DisplayName("no file has more than 250 lines")
    void noFileHasMoreThan250Lines() throws IOException {
        ShrinkingList.of("large-files.txt").holds("files of more than " + LINES + " lines", longer(MAIN, LINES));
    }

    @Test
    @DisplayName("no constructor takes more than eight values")
    void noConstructorTakesMoreThanEightValues() {
        ShrinkingList.of("large-constructors.txt")
                .holds("classes with a constructor of more than " + PARAMETERS + " parameters", constructors(HOUSE));
    }

    @Test
    @DisplayName("no record has more than fifteen components")
    void noRecordHasMoreThanFifteenComponents() {
        ShrinkingList.of("large-records.txt")
                .holds("records of more than " + COMPONENTS + " components", records(HOUSE));
    }

    @Test
    @DisplayName("no two types have one name")
    void noTwoTypesHaveOneName() {
        ShrinkingList.of("names-given-twice.txt").holds("names that two types have", twice(HOUSE));
    }

    @Test
    @DisplayName("each is found where it is planted")
    void eachIsFoundWhereItIsPlanted() throws IOException {
        assertThat(longer(Path.of("src/test/java/org/prorata/architecture/planted"), 20))
                .contains("subject/late/Surprise.java")
                .doesNotContain("app/Billing.java");
        assertThat(constructors(PLANTED)).containsExactly("org.prorata.architecture.planted.ledger.Long");
        assertThat(records(PLANTED)).containsExactly("org.prorata.architecture.planted.ledger.Long$Wide");
        assertThat(twice(PLANTED)).containsExactly("Billing: app.Billing ledger.Long$Billing");
    }

    private static SortedSet<String> longer(Path root, int most) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (Files.readAllLines(file).size() > most) {
                    found.add(root.relativize(file).toString().replace('\\', '/'));
                }
            }
        }
        return found;
    }

    /** The constructor of a record takes its components, which have a limit of their own. */
    private static SortedSet<String> constructors(JavaClasses classes) {
        SortedSet<String> found = new TreeSet<>();
        classes.stream()
                .filter(type -> !type.isRecord())
                .filter(type -> type.getConstructors().stream()
                        .anyMatch(one -> one.getRawParameterTypes().size() > PARAMETERS))
                .forEach(type -> found.add(type.getName()));
        return found;
    }

    private static SortedSet<String> records(JavaClasses classes) {
        SortedSet<String> found = new TreeSet<>();
        classes.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> type.getFields().stream()
                                .filter(field -> !field.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                                .count()
                        > COMPONENTS)
                .forEach(type -> found.add(type.getName()));
        return found;
    }

    /** {@code Name: room.Name room.Outer$Name} for each name of a type of its own that another one has, be it within a class. */
    private static SortedSet<String> twice(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        SortedSet<String> tops = new TreeSet<>();
        for (JavaClass type : classes) {
            String name = type.getSimpleName();
            if (!name.isEmpty() && !name.equals("package-info")) {
                all.computeIfAbsent(name, key -> new TreeSet<>())
                        .add(type.getName().replaceFirst("org\\.prorata\\.(architecture\\.planted\\.)?", ""));
                if (!type.isNestedClass()) {
                    tops.add(name);
                }
            }
        }
        SortedSet<String> found = new TreeSet<>();
        all.forEach((name, types) -> {
            if (types.size() > 1 && tops.contains(name)) {
                found.add(name + ": " + String.join(" ", types));
            }
        });
        return found;
    }
}
