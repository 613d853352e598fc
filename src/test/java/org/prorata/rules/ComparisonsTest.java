package org.prorata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.register.RuleText;
import org.prorata.book.register.RuleText.Comparison;
import org.prorata.values.Length;

/**
 * What each rule compares, or why it has nothing to compare. {@code -Dprorata.golden=write} writes the list anew: reasons that
 * stand in it are kept, a rule without comparison and reason is for a person to mend.
 */
@DisplayName("Rules compare")
public class ComparisonsTest {

    private static final Path LIST = Path.of("src/test/resources/golden/rule-comparisons.txt");
    private static final String NONE = "nothing to compare: ";
    private static final int LEAST = 60;
    /** One call, with the rule's name and at most the constant of an enum that the rule chose. */
    private static final Pattern CALL =
            Pattern.compile("\\$\\w+\\.\\w+\\(drools\\.getRule\\(\\)\\.getName\\(\\)(, \\w+\\.[A-Z_]+)?\\);");

    /** Types with a smallest step, so that a border can be tried on both sides. */
    private static final Set<Class<?>> ORDERED = Set.of(
            LocalDate.class,
            LocalDateTime.class,
            Instant.class,
            BigDecimal.class,
            Integer.class,
            int.class,
            Long.class,
            long.class,
            Length.class);

    /** All rules of the project. */
    public static List<RuleText> rules() throws IOException {
        return RuleText.of(RuleFiles.texts());
    }

    /** The class of the slot of each rule's pattern, by the imports of its file. */
    public static Class<?> slot(RuleText rule) throws IOException {
        Matcher imported = Pattern.compile("(?m)^import ([\\w.]+\\." + rule.slot() + ")\\s*$")
                .matcher(RuleFiles.texts().get(rule.file()));
        assertThat(imported.find())
                .as(rule.fullName() + " imports " + rule.slot())
                .isTrue();
        try {
            return Class.forName(imported.group(1));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(rule.fullName(), e);
        }
    }

    /** The type of a property as the rules see it. */
    public static Class<?> type(Class<?> slot, String property) {
        String upper = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return Stream.of(slot.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> Set.of("get" + upper, "is" + upper, property).contains(method.getName()))
                .map(Method::getReturnType)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(slot.getSimpleName() + " has no " + property));
    }

    @Test
    @DisplayName("two values that a lawyer would name, in most of the law")
    void enough() throws IOException {
        assertThat(rules().stream()
                        .filter(rule -> !rule.comparisons().isEmpty())
                        .count())
                .isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    @DisplayName("as the golden list says, or give the reason why they compare nothing")
    void listed() throws IOException {
        Map<String, List<String>> reasons = reasons();
        StringBuilder now = new StringBuilder();
        List<String> unexplained = new ArrayList<>();
        for (RuleText rule : rules()) {
            now.append(rule.fullName()).append('\n');
            List<String> compared =
                    rule.comparisons().stream().map(Comparison::toString).toList();
            if (compared.isEmpty()) {
                compared = reasons.getOrDefault(rule.fullName(), List.of()).stream()
                        .filter(line -> line.startsWith(NONE))
                        .toList();
                if (compared.stream().allMatch(line -> line.length() < NONE.length() + 10)) {
                    unexplained.add(rule.fullName());
                    compared = List.of(NONE);
                }
            }
            compared.forEach(line -> now.append("    ").append(line).append('\n'));
        }
        if ("write".equals(System.getProperty("prorata.golden"))) {
            Files.writeString(LIST, now.toString());
        }
        assertThat(unexplained)
                .as("rules that compare nothing and do not say why in " + LIST)
                .isEmpty();
        assertThat(Files.readString(LIST)).isEqualTo(now.toString());
    }

    @Test
    @DisplayName("values of one kind that have a smallest step")
    void steps() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (RuleText rule : rules()) {
            for (Comparison one : rule.comparisons()) {
                Class<?> left = type(slot(rule), one.left());
                Class<?> right = type(slot(rule), one.right());
                boolean ordered = ORDERED.contains(left) && ORDERED.contains(right);
                boolean enums = left.isEnum()
                        && left == right
                        && (one.operator().equals("==") || one.operator().equals("!="));
                if (!ordered && !enums || one.left().equals(one.right())) {
                    wrong.add(rule.fullName() + ": " + one + " (" + left.getSimpleName() + ", " + right.getSimpleName()
                            + ")");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("without a string, a call, a negated comparison or a difference")
    void plain() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (RuleText rule : rules()) {
            String condition = rule.condition()
                    .substring(
                            rule.condition().indexOf('(') + 1, rule.condition().lastIndexOf(')'));
            if (condition
                    .replaceAll("\\bin \\([\\w., ]+\\)", "")
                    .matches(".*(\"|compareTo|signum|!\\.|!\\s*\\(|[+*/]|\\s-\\s|eval|\\w\\s*\\().*")) {
                wrong.add(rule.fullName() + ": " + rule.condition());
            }
            if (!CALL.matcher(rule.then()).matches()) {
                wrong.add(rule.fullName() + ": " + rule.then());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, List<String>> reasons() throws IOException {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        String rule = null;
        for (String line : Files.exists(LIST) ? Files.readAllLines(LIST) : List.<String>of()) {
            if (line.startsWith("    ")) {
                reasons.computeIfAbsent(rule, name -> new ArrayList<>()).add(line.strip());
            } else {
                rule = line;
            }
        }
        return reasons;
    }
}
