package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.register.RuleText;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.rules.ComparisonsTest;

/** Which warnings appear is decided by rules: none is made past them. */
@DisplayName("A warning")
class WarningsTest {

    private static final Pattern CALL = Pattern.compile("\\$\\w+\\.(\\w+)\\(");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/org/prorata/rules/"))
            .importPackages("org.prorata");

    @Test
    @DisplayName("is made in one place")
    void onePlace() {
        assertThat(makers(HOUSE)).containsExactly(Slot.class.getName());
    }

    @Test
    @DisplayName("is told only by what a rule calls")
    void toldByRules() throws IOException {
        Set<String> called = calledByRules();
        assertThat(called).isNotEmpty();
        assertThat(pastTheRules(HOUSE, called)).isEmpty();
    }

    @Test
    @DisplayName("made or told elsewhere is found")
    void canFail() throws IOException {
        JavaClasses bad = new ClassFileImporter().importClasses(Past.class);
        assertThat(makers(bad)).containsExactly(Past.class.getName());
        assertThat(pastTheRules(bad, calledByRules()))
                .hasSize(1)
                .first()
                .asString()
                .contains("look");
    }

    /** What nobody may do. */
    private static final class Past extends Slot<Void> {

        @Override
        public String about() {
            return "nothing";
        }

        Decision look(boolean late) {
            if (late) {
                warn("no rule", Finding.CONTRACT_OVER, Reason.of("end.contract_over"));
            }
            return new Decision.Warning("late", null);
        }
    }

    private static List<String> makers(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Decision.Warning.class)))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    /** {@code class.method} of all that some rule calls. */
    private static Set<String> calledByRules() throws IOException {
        Set<String> called = new HashSet<>();
        for (RuleText rule : ComparisonsTest.rules()) {
            Matcher call = CALL.matcher(rule.then());
            while (call.find()) {
                for (Class<?> type = ComparisonsTest.slot(rule); type != null; type = type.getSuperclass()) {
                    called.add(type.getName() + "." + call.group(1));
                }
            }
        }
        return called;
    }

    /** Methods that warn, by themselves or through others of their class, but that no rule calls. */
    private static List<String> pastTheRules(JavaClasses classes, Set<String> called) {
        List<String> past = new ArrayList<>();
        Set<JavaMethod> seen = new HashSet<>();
        Deque<JavaMethod> warning = new ArrayDeque<>();
        classes.stream()
                .filter(type -> !type.isEquivalentTo(Slot.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isAssignableTo(Slot.class)
                                && call.getName().equals("warn")))
                .forEach(warning::add);
        while (!warning.isEmpty()) {
            JavaMethod method = warning.poll();
            if (!seen.add(method) || called.contains(method.getOwner().getName() + "." + method.getName())) {
                continue;
            }
            List<JavaMethod> callers = callers(classes, method);
            boolean inner = method.getModifiers().contains(JavaModifier.PRIVATE)
                    || method.getOwner().isAssignableTo(Slot.class);
            if (callers.isEmpty() || !inner) {
                past.add(method.getFullName());
            }
            warning.addAll(callers);
        }
        return past;
    }

    private static List<JavaMethod> callers(JavaClasses classes, JavaMethod method) {
        List<JavaMethod> callers = new ArrayList<>();
        for (JavaClass type : classes) {
            for (JavaMethod one : type.getMethods()) {
                boolean calls = one.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> same(call.getTargetOwner(), call.getName(), method))
                        || one.getMethodReferencesFromSelf().stream()
                                .anyMatch(call -> same(call.getTargetOwner(), call.getName(), method));
                if (calls && !one.equals(method)) {
                    callers.add(one);
                }
            }
        }
        return callers;
    }

    private static boolean same(JavaClass owner, String name, JavaMethod method) {
        return owner.isAssignableTo(method.getOwner().getName()) && name.equals(method.getName());
    }
}
