package org.prorata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room may know which. A new room enters here with its arrows. */
class ArchitectureTest {

    private static final String ROOT = "org.prorata";

    /** What each room of ours may know of the others. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            entry("contract", Set.of()),
            entry("calendar", Set.of()),
            entry("money", Set.of()),
            entry("decision", Set.of("contract", "calendar", "money")),
            entry("policy", Set.of("decision")),
            entry("terms", Set.of("contract", "calendar", "money", "decision", "policy")),
            entry("revision", Set.of("contract", "calendar", "money", "decision", "policy", "terms")),
            entry("termination", Set.of("contract", "calendar", "money", "decision", "policy", "terms")),
            entry(
                    "course",
                    Set.of(
                            "contract",
                            "calendar",
                            "money",
                            "decision",
                            "policy",
                            "terms",
                            "revision",
                            "termination",
                            "late")),
            entry(
                    "billing",
                    Set.of(
                            "contract",
                            "calendar",
                            "money",
                            "decision",
                            "policy",
                            "terms",
                            "revision",
                            "termination",
                            "course")),
            entry(
                    "exit",
                    Set.of(
                            "contract",
                            "calendar",
                            "money",
                            "decision",
                            "policy",
                            "terms",
                            "termination",
                            "course",
                            "billing")),
            entry(
                    "deadlines",
                    Set.of(
                            "contract",
                            "calendar",
                            "decision",
                            "policy",
                            "terms",
                            "revision",
                            "termination",
                            "course",
                            "exit",
                            "rights",
                            "servicelevel")),
            entry("late", Set.of("contract", "calendar", "money", "decision", "policy", "terms")),
            entry(
                    "servicelevel",
                    Set.of("contract", "calendar", "money", "decision", "policy", "terms", "course", "billing")),
            entry(
                    "rights",
                    Set.of(
                            "contract",
                            "calendar",
                            "money",
                            "decision",
                            "policy",
                            "terms",
                            "termination",
                            "course",
                            "billing",
                            "exit",
                            "servicelevel")),
            entry(
                    "question",
                    Set.of(
                            "contract",
                            "decision",
                            "policy",
                            "course",
                            "billing",
                            "exit",
                            "deadlines",
                            "late",
                            "rights",
                            "servicelevel")),
            entry("tables", Set.of("calendar", "decision", "explain", "naming", "policy")),
            entry("coverage", Set.of("calendar", "decision", "explain", "policy", "tables")),
            entry("engine", Set.of("contract", "decision", "policy", "question", "tables")),
            entry("naming", Set.of("calendar")),
            entry("dossier", Set.of("contract", "naming")),
            entry("explain", Set.of("calendar", "decision", "naming")),
            entry("agenda", Set.of("decision", "explain")),
            entry("cases", Set.of("contract", "decision", "dossier", "explain", "naming")),
            entry("register", Set.of("decision", "policy", "tables")),
            entry("pages", Set.of("decision", "policy", "register", "tables")),
            entry("postgres", Set.of()),
            entry(
                    "store",
                    Set.of("calendar", "contract", "decision", "engine", "explain", "naming", "postgres", "tables")),
            entry("run", Set.of("contract", "decision", "dossier", "engine", "explain", "store", "tables")),
            entry("incoming", Set.of("contract", "dossier", "naming", "store")),
            entry("results", Set.of("explain", "store", "tables")),
            entry("backup", Set.of("explain", "store")),
            entry("scenario", Set.of("contract", "decision", "engine", "exit", "money")),
            entry(
                    "mutation",
                    Set.of("calendar", "cases", "decision", "dossier", "engine", "policy", "register", "tables")),
            entry(
                    "bench",
                    Set.of(
                            "calendar",
                            "contract",
                            "decision",
                            "engine",
                            "explain",
                            "incoming",
                            "policy",
                            "postgres",
                            "run",
                            "store",
                            "tables")),
            entry(
                    "cli",
                    Set.of(
                            "agenda",
                            "backup",
                            "bench",
                            "cases",
                            "contract",
                            "coverage",
                            "decision",
                            "dossier",
                            "engine",
                            "explain",
                            "incoming",
                            "mutation",
                            "naming",
                            "pages",
                            "policy",
                            "postgres",
                            "register",
                            "results",
                            "run",
                            "scenario",
                            "store",
                            "tables")));

    /** Foreign packages, each with the only rooms that may know them. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            entry("org.apache.poi", Set.of("tables")),
            entry("org.kie", Set.of("engine")),
            entry("org.drools", Set.of("engine")),
            entry("java.sql", Set.of("store", "postgres")),
            entry("org.springframework.jdbc", Set.of("store")),
            entry("org.flywaydb", Set.of("store")),
            entry("org.springframework.batch", Set.of("run")),
            entry("org.springframework.integration", Set.of("store", "run")),
            entry("de.siegmar.fastcsv", Set.of("incoming", "results")),
            entry("de.focus_shift.jollyday", Set.of("servicelevel")),
            entry("org.yaml", Set.of("dossier", "tables", "register")),
            entry("tools.jackson", Set.of("dossier", "explain")),
            entry("biweekly", Set.of("agenda")),
            entry("org.springframework.security", Set.of("store")),
            entry("picocli", Set.of("cli")));

    /** Below the doors: what is known comes in as an argument. */
    private static final String[] PURE = packages(
            "contract",
            "calendar",
            "money",
            "decision",
            "policy",
            "terms",
            "revision",
            "termination",
            "course",
            "billing",
            "exit",
            "deadlines",
            "late",
            "servicelevel",
            "rights",
            "question",
            "engine",
            "coverage",
            "pages");

    /** They read what the build prepared, or prepare it. */
    private static final Set<String> READERS =
            Set.of(ROOT + ".engine.Press", ROOT + ".engine.ShippedBook", ROOT + ".engine.Renames");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // the compiled rules are text of ours in the engine's form
            .withImportOption(location -> !location.contains("/" + ROOT.replace('.', '/') + "/rules/"))
            .importPackages(ROOT);

    static Stream<String> rooms() {
        return ROOMS.keySet().stream().sorted();
    }

    static Stream<String> libraries() {
        return LIBRARIES.keySet().stream().sorted();
    }

    @Test
    void every_room_has_its_arrows_and_a_sentence() throws IOException {
        Path main = Path.of("src/main/java", ROOT.split("\\."));
        try (Stream<Path> entries = Files.list(main)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
        }
        for (String room : ROOMS.keySet()) {
            assertThat(main.resolve(room).resolve("package-info.java"))
                    .content()
                    .startsWith("/** ")
                    .contains(". */\n");
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_knows_only_the_rooms_that_it_may(String room) {
        assertThat(HOUSE.stream().filter(type -> room(type).equals(room)))
                .as("classes of " + room)
                .isNotEmpty();
        classes()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(packages(allowed(room))).or(foreign()))
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_library_is_known_only_to_its_rooms(String library) {
        Set<String> owners = LIBRARIES.get(library);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(owners.toArray(String[]::new)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(HOUSE);
        assertThat(HOUSE.stream().filter(type -> knows(type, library)))
                .as("classes that know " + library)
                .isNotEmpty();
    }

    @Test
    void the_driver_of_the_database_is_known_only_to_the_store() throws ClassNotFoundException {
        String driver = Class.forName("org.postgresql.Driver").getPackageName();
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("store", "postgres"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(driver + "..")
                .check(HOUSE);
    }

    @Test
    void no_room_leads_back_to_itself() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void below_the_doors_nobody_asks_clock_machine_or_chance() {
        surprise(PURE).check(HOUSE);
    }

    @Test
    void below_the_doors_nobody_reads_files_or_the_network() {
        outside(PURE).check(HOUSE);
    }

    @Test
    void the_rules_above_can_fail() {
        JavaClasses bad = new ClassFileImporter().importClasses(Surprise.class);
        assertThat(violations(surprise(ROOT + ".architecture"), bad)).hasSize(6);
        assertThat(violations(outside(ROOT + ".architecture"), bad)).isNotEmpty();
    }

    /** What nobody below the doors may do. */
    private static final class Surprise {

        final List<Object> all = new ArrayList<>();
        final Supplier<LocalDate> later = LocalDate::now;

        void look() throws IOException {
            all.add(java.time.Instant.now());
            all.add(java.time.Clock.systemUTC());
            all.add(System.currentTimeMillis());
            all.add(System.getenv("HOME"));
            all.add(java.util.UUID.randomUUID());
            all.add(Files.readString(Path.of("file")));
        }
    }

    private static ArchRule surprise(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .accessTargetWhere(describe("asks clock, machine or chance", ArchitectureTest::surprising));
    }

    private static boolean surprising(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return owner.startsWith("java.time.") && name.equals("now")
                || owner.equals("java.time.Clock")
                || owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "setProperty")
                                .contains(name)
                || owner.equals("java.util.Date") && name.equals("<init>")
                || owner.equals("java.util.UUID") && name.equals("randomUUID")
                || owner.equals("java.lang.Math") && name.equals("random")
                || owner.startsWith("java.util.Random")
                || owner.equals("java.util.concurrent.ThreadLocalRandom");
    }

    private static ArchRule outside(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and(describe("are no reader of the build", (JavaClass type) -> !READERS.contains(type.getName())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "javax.net..");
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    private static DescribedPredicate<JavaClass> foreign() {
        return describe("foreign classes", type -> !type.getPackageName().startsWith(ROOT + "."));
    }

    private static boolean knows(JavaClass type, String library) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(to -> to.getTargetClass().getPackageName().startsWith(library));
    }

    private static String room(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length() + 1);
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    private static String[] allowed(String room) {
        List<String> all = new ArrayList<>(ROOMS.get(room));
        all.add(room);
        return all.toArray(String[]::new);
    }

    private static String[] packages(String... rooms) {
        assertThat(ROOMS).containsKeys(rooms);
        return Stream.of(rooms).map(room -> ROOT + "." + room + "..").toArray(String[]::new);
    }
}
