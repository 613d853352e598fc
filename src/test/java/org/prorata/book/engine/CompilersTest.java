package org.prorata.book.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.prorata.book.register.RuleText;
import org.prorata.book.register.RuleText.Comparison;
import org.prorata.rules.ComparisonsTest;
import org.prorata.values.Length;

/**
 * Shipped rules are compiled ahead of time, edited and stored ones when they are needed, by another compiler. Every comparison of
 * the rules is put to both, with the types that its slot has, and to plain Java.
 */
@DisplayName("Both compilers")
public class CompilersTest {

    private static final int TRIES = 200;
    /** A property of {@link Sides} for the left and the right side, by type. */
    private static final Map<Class<?>, List<String>> SIDES = Map.of(
            LocalDate.class,
            List.of("dayA", "dayB"),
            BigDecimal.class,
            List.of("amountA", "amountB"),
            Instant.class,
            List.of("momentA", "momentB"),
            Integer.class,
            List.of("countA", "countB"),
            Length.class,
            List.of("lengthA", "lengthB"),
            int.class,
            List.of("numberA", "numberB"),
            Long.class,
            List.of("longA", "longB"),
            long.class,
            List.of("plainA", "plainB"));

    /** A comparison as it stands over {@link Sides}. */
    private record Sought(String left, String operator, String right) {

        String text() {
            return left + " " + operator + " " + right;
        }
    }

    private static final Set<Sought> SOUGHT = new LinkedHashSet<>();
    private static KieBase ahead;
    private static KieBase later;

    @BeforeAll
    static void compile() throws IOException {
        for (RuleText rule : ComparisonsTest.rules()) {
            for (Comparison one : rule.comparisons()) {
                Class<?> slot = ComparisonsTest.slot(rule);
                Class<?> left = ComparisonsTest.type(slot, one.left());
                if (!left.isEnum()) {
                    assertThat(SIDES).as(rule.fullName()).containsKeys(left, ComparisonsTest.type(slot, one.right()));
                    SOUGHT.add(new Sought(
                            SIDES.get(left).get(0),
                            one.operator(),
                            SIDES.get(ComparisonsTest.type(slot, one.right())).get(1)));
                }
            }
        }
        StringBuilder drl =
                new StringBuilder("package org.prorata.rules.sides\nimport " + Sides.class.getCanonicalName() + "\n");
        SOUGHT.forEach(one -> drl.append("rule \"")
                .append(one.text())
                .append("\"\nwhen\n    $sides : Sides(")
                .append(one.text())
                .append(")\nthen\n    $sides.holds(drools.getRule().getName());\nend\n"));
        later = whenNeeded(drl.toString());
        ahead = aheadOfTime(drl.toString());
    }

    private static KieBase aheadOfTime(String drl) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/org/prorata/rules/sides/sides.drl", drl.getBytes(StandardCharsets.UTF_8));
        KieBuilder built = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(built.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        return services.newKieContainer(built.getKieModule().getReleaseId()).getKieBase();
    }

    /** As an edited book is compiled. */
    private static KieBase whenNeeded(String drl) {
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(Compiler.compile(new TreeMap<>(Map.of("sides.drl", drl))));
        return base;
    }

    @Test
    @DisplayName("answer every comparison alike, over many evaluations and with either side absent")
    void alike() {
        assertThat(SOUGHT).isNotEmpty();
        Random random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            Sides sides = Sides.drawn(random);
            List<String> expected = SOUGHT.stream()
                    .filter(one -> holds(sides, one))
                    .map(Sought::text)
                    .sorted()
                    .toList();
            assertThat(answered(ahead, sides)).as("compiled ahead, " + sides).isEqualTo(expected);
            assertThat(answered(later, sides))
                    .as("compiled when needed, " + sides)
                    .isEqualTo(expected);
        }
    }

    private static List<String> answered(KieBase base, Sides sides) {
        sides.held.clear();
        KieSession session = base.newKieSession();
        try {
            session.insert(sides);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return sides.held.stream().sorted().toList();
    }

    /** An absent side orders nothing; two absent sides are equal. */
    private static boolean holds(Sides sides, Sought sought) {
        Object left = sides.value(sought.left());
        Object right = sides.value(sought.right());
        if (left == null || right == null) {
            return sought.operator().equals("==")
                    ? left == right
                    : sought.operator().equals("!=") && left != right;
        }
        int order = compared(left, right);
        return switch (sought.operator()) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compared(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        return ((Comparable) left).compareTo(right);
    }

    /** Two values of each type that rules compare. */
    public static final class Sides {

        private final List<String> held = new ArrayList<>();
        private final Map<String, Object> values = new TreeMap<>();

        static Sides drawn(Random random) {
            Sides sides = new Sides();
            SIDES.forEach((type, names) -> names.forEach(name -> {
                int drawn = random.nextInt(3);
                if (type.isPrimitive() || random.nextInt(4) > 0) {
                    sides.values.put(name, value(type, drawn, random.nextBoolean()));
                }
            }));
            return sides;
        }

        private static Object value(Class<?> type, int drawn, boolean longer) {
            if (type == LocalDate.class) {
                return LocalDate.of(2028, 2, 28).plusDays(drawn);
            } else if (type == BigDecimal.class) {
                // equal amounts with different digits are one amount
                return new BigDecimal("9.99")
                        .add(new BigDecimal("0.01").multiply(BigDecimal.valueOf(drawn)))
                        .setScale(longer ? 4 : 2);
            } else if (type == Instant.class) {
                return Instant.EPOCH.plusSeconds(drawn);
            } else if (type == Length.class) {
                return drawn == 0
                        ? Length.of(6).shorter()
                        : drawn == 1 ? Length.of(6) : Length.of(6).longer();
            }
            return type == Long.class || type == long.class ? (Object) (long) (127 + drawn) : (Object) (127 + drawn);
        }

        Object value(String name) {
            return values.get(name);
        }

        public void holds(String rule) {
            held.add(rule);
        }

        public LocalDate getDayA() {
            return (LocalDate) value("dayA");
        }

        public LocalDate getDayB() {
            return (LocalDate) value("dayB");
        }

        public BigDecimal getAmountA() {
            return (BigDecimal) value("amountA");
        }

        public BigDecimal getAmountB() {
            return (BigDecimal) value("amountB");
        }

        public Instant getMomentA() {
            return (Instant) value("momentA");
        }

        public Instant getMomentB() {
            return (Instant) value("momentB");
        }

        public Integer getCountA() {
            return (Integer) value("countA");
        }

        public Integer getCountB() {
            return (Integer) value("countB");
        }

        public Length getLengthA() {
            return (Length) value("lengthA");
        }

        public Length getLengthB() {
            return (Length) value("lengthB");
        }

        public int getNumberA() {
            return (int) value("numberA");
        }

        public int getNumberB() {
            return (int) value("numberB");
        }

        public Long getLongA() {
            return (Long) value("longA");
        }

        public Long getLongB() {
            return (Long) value("longB");
        }

        public long getPlainA() {
            return (long) value("plainA");
        }

        public long getPlainB() {
            return (long) value("plainB");
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }
}
