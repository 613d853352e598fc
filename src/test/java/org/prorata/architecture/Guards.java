package org.prorata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.prorata.store.base.Database;
import org.prorata.store.books.Activations;
import org.prorata.store.books.BookStore;
import org.prorata.store.invoices.Cancellations;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.runs.Runs;
import org.prorata.store.runs.WorkQueue;

/**
 * The rules of the house over classes: what is found is what breaks them. The same rules look at the house and, in the test that they can
 * fail, at planted classes below another root.
 */
record Guards(String root, JavaClasses classes) {

    /** They read what the build prepared, or prepare it. */
    private static final Set<String> READERS = Set.of("book.engine.ShippedBook", "book.engine.Renames");

    /** {@code room.File room} for each room that a file reaches and may not. */
    SortedSet<String> arrows() {
        SortedSet<String> found = new TreeSet<>();
        classes.stream()
                .filter(this::ours)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(to -> ours(to.getTargetClass()))
                .forEach(to -> {
                    String from = House.room(root, to.getOriginClass());
                    String room = House.room(root, to.getTargetClass());
                    if (!from.equals(room)
                            && !House.ROOMS.getOrDefault(from, Set.of()).contains(room)) {
                        found.add(from + "." + outermost(to.getOriginClass()) + " " + room);
                    }
                });
        return found;
    }

    List<String> cycles() {
        return violations(slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return ours(type) ? SliceIdentifier.of(House.room(root, type)) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "rooms";
                    }
                })
                .should()
                .beFreeOfCycles()
                .ignoreDependency(Database.class, WorkQueue.class)
                .ignoreDependency(Activations.class, Runs.class)
                .ignoreDependency(Runs.class, BookStore.class)
                .ignoreDependency(Issuing.class, Runs.class)
                .ignoreDependency(Cancellations.class, Runs.class));
    }

    /** Classes that know a library, in rooms that may not. */
    SortedSet<String> library(String library, Set<String> owners) {
        SortedSet<String> found = new TreeSet<>();
        knowing(library)
                .filter(type -> !House.within(House.room(root, type), owners))
                .forEach(type -> found.add(type.getName()));
        return found;
    }

    Stream<JavaClass> knowing(String library) {
        return classes.stream()
                .filter(this::ours)
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(to -> to.getTargetClass().getPackageName())
                        .anyMatch(to -> to.equals(library) || to.startsWith(library + ".")));
    }

    /** Who asks clock, machine or chance below the doors. */
    List<String> surprises() {
        return violations(noClasses()
                .that(pure())
                .should()
                .accessTargetWhere(describe("asks clock, machine or chance", Guards::surprising)));
    }

    /** Who reads files or the network below the doors. */
    List<String> outside() {
        return violations(noClasses()
                .that(pure())
                .and(describe(
                        "are no reader of the build", (JavaClass type) -> !READERS.contains(below(type.getName()))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "javax.net.."));
    }

    Stream<JavaClass> of(String room) {
        return classes.stream()
                .filter(this::ours)
                .filter(type -> House.room(root, type).equals(room));
    }

    private boolean ours(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private DescribedPredicate<JavaClass> pure() {
        return describe("lie below the doors", type -> ours(type) && House.PURE.contains(House.room(root, type)));
    }

    private String below(String name) {
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : name;
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private List<String> violations(ArchRule rule) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
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
}
