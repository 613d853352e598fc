package org.prorata.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plan: the rooms, which room may know which, and which library. A room is a package, named by its whole path below the root: a room
 * within a room is one of its own. A new room enters here with its arrows.
 */
final class House {

    static final String ROOT = "org.prorata";

    private static final Set<String> GROUND =
            Set.of("values", "contract", "decision", "decision.policy", "decision.policy.choice");

    /** What storage may say: records without SQL. */
    private static final Set<String> WORDS =
            with(GROUND, "contract.document", "contract.naming", "decision.explain", "access", "ledger");

    private static final Set<String> SUBJECTS = Set.of(
            "subject.terms",
            "subject.course",
            "subject.billing",
            "subject.late",
            "subject.exit",
            "subject.servicelevel",
            "subject.rights",
            "subject.deadlines");

    private static final Set<String> BOOK = Set.of(
            "book.schema",
            "book.changes",
            "book.workbook",
            "book.engine",
            "book.coverage",
            "book.register",
            "book.cases");

    private static final Set<String> STORE = Set.of(
            "store.base",
            "store.facts",
            "store.invoices",
            "store.runs",
            "store.books",
            "store.people",
            "store.backup",
            "store.postgres");

    private static final Set<String> APP = Set.of("app", "app.intake", "app.exits", "app.tables");

    /** What each room may know of the others. */
    static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            entry("values", Set.of()),
            entry("contract", Set.of()),
            entry("contract.naming", Set.of("values")),
            entry("contract.document", Set.of("contract", "contract.naming")),
            entry("decision", Set.of("values", "contract")),
            entry("decision.explain", Set.of("values", "contract.naming", "decision")),
            entry("decision.policy", Set.of("decision", "decision.policy.choice")),
            entry("decision.policy.choice", Set.of("decision")),
            entry("subject.terms", GROUND),
            entry("subject.late", with(GROUND, "subject.terms")),
            entry("subject.course", with(GROUND, "subject.terms", "subject.late")),
            entry("subject.billing", with(GROUND, "subject.terms", "subject.course")),
            entry("subject.servicelevel", with(GROUND, "subject.terms", "subject.course", "subject.billing")),
            entry("subject.exit", with(GROUND, "subject.terms", "subject.course", "subject.billing")),
            entry(
                    "subject.rights",
                    with(
                            GROUND,
                            "subject.terms",
                            "subject.course",
                            "subject.billing",
                            "subject.exit",
                            "subject.servicelevel")),
            entry(
                    "subject.deadlines",
                    with(
                            GROUND,
                            "subject.terms",
                            "subject.course",
                            "subject.exit",
                            "subject.servicelevel",
                            "subject.rights")),
            entry("subject", with(GROUND, SUBJECTS)),
            entry("book.schema", with(GROUND, "contract.naming", "decision.explain")),
            entry("book.changes", with(GROUND, "decision.explain", "book.schema")),
            entry("book.engine", with(GROUND, "subject", "book.schema")),
            entry("book.workbook", with(GROUND, "decision.explain", "book.schema", "book.changes", "book.engine")),
            entry("book.coverage", with(GROUND, "decision.explain", "book.schema", "book.workbook")),
            entry("book.register", with(GROUND, "book.schema")),
            entry(
                    "book.cases",
                    Set.of("contract", "contract.document", "contract.naming", "decision", "decision.explain")),
            entry("access", Set.of("decision")),
            entry("ledger", with(GROUND, "decision.explain", "access")),
            entry("store.postgres", Set.of()),
            entry("store.base", with(WORDS, "store.postgres")),
            entry("store.facts", with(WORDS, "store.base")),
            entry("store.invoices", with(WORDS, "book.engine", "store.base")),
            entry("store.runs", with(WORDS, "book.engine", "store.base")),
            entry("store.books", with(WORDS, "book.engine", "book.schema", "book.workbook", "store.base")),
            entry("store.people", with(WORDS, "store.base")),
            entry("store.backup", with(WORDS, "store.base", "store.postgres")),
            entry("documents", with(WORDS, "book.workbook")),
            entry("run", with(with(WORDS, "book.engine", "book.changes"), STORE)),
            entry("app.exits", with(WORDS, "book.engine", "subject.exit")),
            entry("app.intake", with(with(WORDS, "run"), STORE)),
            entry(
                    "app",
                    with(
                            with(with(with(WORDS, "documents", "run", "app.exits", "app.intake"), BOOK), STORE),
                            SUBJECTS)),
            entry("app.tables", with(with(with(WORDS, "documents", "run", "app"), BOOK), STORE)),
            entry("cli", with(with(WORDS, APP), "documents")),
            entry("bench", with(with(with(WORDS, "run", "app.intake", "cli"), BOOK), STORE)));

    /** Foreign packages, each with the only rooms that may know them; a room stands for those within it too. */
    static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            entry("org.apache.poi", Set.of("book.workbook")),
            entry("org.kie", Set.of("book.engine")),
            entry("org.drools", Set.of("book.engine")),
            entry("java.sql", Set.of("store", "bench")),
            entry("org.springframework.jdbc", Set.of("store", "bench")),
            entry("org.flywaydb", Set.of("store.base")),
            entry("org.springframework.batch", Set.of("run")),
            entry("org.springframework.integration", Set.of("store.runs", "run")),
            entry("de.siegmar.fastcsv", Set.of("app.intake", "documents")),
            entry("de.focus_shift.jollyday", Set.of("subject.servicelevel")),
            entry("org.yaml", Set.of("contract.document", "book.workbook", "book.register")),
            entry("tools.jackson", Set.of("contract.document", "decision.explain")),
            entry("biweekly", Set.of("documents")),
            entry("org.springframework.security", Set.of("store.people")),
            entry("picocli", Set.of("cli", "bench")));

    /** Below the doors: what is known comes in as an argument. */
    static final Set<String> PURE =
            with(with(GROUND, SUBJECTS), "subject", "access", "ledger", "book.engine", "book.coverage", "book.changes");

    /** Rooms where a figure of a contract could hide. */
    static final Set<String> FIGURES = with(with(GROUND, SUBJECTS), "subject");

    private House() {}

    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                // the compiled rules are text of ours in the engine's form
                .withImportOption(location -> !location.contains("/" + ROOT.replace('.', '/') + "/rules/"))
                .importPackages(ROOT);
    }

    /** The room of a class of a house that begins at a package. */
    static String room(String root, JavaClass type) {
        return type.getPackageName().substring(root.length() + 1);
    }

    static boolean within(String room, Collection<String> rooms) {
        return rooms.stream().anyMatch(each -> room.equals(each) || room.startsWith(each + "."));
    }

    private static Set<String> with(Set<String> some, String... more) {
        return with(some, Arrays.asList(more));
    }

    private static Set<String> with(Set<String> some, Collection<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    static SortedSet<String> names() {
        return new TreeSet<>(ROOMS.keySet());
    }
}
