package org.prorata.book.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What rules name of the program is an interface")
class RuleInterfaceTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/rule-interface.txt");
    private static final String FIRST = "calculation ";

    /** Begun anew when the calculation is another one; otherwise names are only added: stored books name them. */
    @Test
    @DisplayName("all that the rules name is in the golden list (written by -Dprorata.golden=write)")
    void listed() throws IOException {
        SortedSet<String> named = named();
        assertThat(named).hasSizeGreaterThan(150);
        if ("write".equals(System.getProperty("prorata.golden"))) {
            SortedSet<String> all = new TreeSet<>(named);
            if (Files.exists(GOLDEN) && calculation() == BookSource.CALCULATION) {
                all.addAll(golden());
            }
            Files.writeString(GOLDEN, FIRST + BookSource.CALCULATION + "\n" + String.join("\n", all) + "\n");
        }
        assertThat(calculation())
                .as(
                        "the calculation for which %s was begun; with a new one it is written anew by -Dprorata.golden=write",
                        GOLDEN)
                .isEqualTo(BookSource.CALCULATION);
        assertThat(golden())
                .as("rules name what is not in %s: add it by -Dprorata.golden=write", GOLDEN)
                .containsAll(named);
    }

    @Test
    @DisplayName(
            "all in the golden list is still there, or has another name by the rename table; only another calculation ends that")
    void there() throws IOException {
        Renames renames = Renames.shipped();
        List<String> gone =
                golden().stream().filter(name -> !there(renames.now(name))).toList();
        assertThat(gone)
                .as(
                        "stored rule books of calculation %d name these, which are there no more: give them a line in prorata/renames.txt, or raise"
                                + " BookSource.CALCULATION and write %s anew",
                        BookSource.CALCULATION, GOLDEN)
                .isEmpty();
    }

    @Test
    @DisplayName("a name that is not there is noticed")
    void notThere() {
        assertThat(there("type org.prorata.late.DueSlotz")).isFalse();
        assertThat(there("property org.prorata.subject.late.DueSlots.statedd")).isFalse();
        assertThat(there("method org.prorata.subject.late.DueSlots.statedd")).isFalse();
        assertThat(there("constant org.prorata.contract.PaymentRule.NETT")).isFalse();
    }

    @Test
    @DisplayName("names are read from conditions and consequences, not from comments and quoted texts")
    void read() {
        String drl = """
                package p
                import org.prorata.subject.late.DueSlots
                import org.prorata.contract.PaymentRule;
                // import org.prorata.late.Comment
                rule "C-1 DueSlots(quoted)"
                when
                    $slot : DueSlots(!stated, $day : due.day <= last, rule in (PaymentRule.NET, PaymentRule.EOM_A), over($day), text == "PaymentRule.X")
                    not DueSlots(this != $slot, DueSlots.Kind.LATE == kind)
                then
                    $slot.propose($slot.amount(), $day.plus(1), PaymentRule.NET, drools.getRule().getName());
                end
                """;
        assertThat(NamedByRules.in(drl).stream()
                        .map(NamedByRules.Name::written)
                        .distinct()
                        .sorted())
                .containsExactly(
                        "constant org.prorata.contract.PaymentRule.EOM_A",
                        "constant org.prorata.contract.PaymentRule.NET",
                        "constant org.prorata.subject.late.DueSlots.Kind.LATE",
                        "method org.prorata.subject.late.DueSlots.amount",
                        "method org.prorata.subject.late.DueSlots.due.plus",
                        "method org.prorata.subject.late.DueSlots.over",
                        "method org.prorata.subject.late.DueSlots.propose",
                        "property org.prorata.subject.late.DueSlots.due",
                        "property org.prorata.subject.late.DueSlots.due.day",
                        "property org.prorata.subject.late.DueSlots.kind",
                        "property org.prorata.subject.late.DueSlots.last",
                        "property org.prorata.subject.late.DueSlots.rule",
                        "property org.prorata.subject.late.DueSlots.stated",
                        "property org.prorata.subject.late.DueSlots.text",
                        "type org.prorata.contract.PaymentRule",
                        "type org.prorata.subject.late.DueSlots",
                        "type org.prorata.subject.late.DueSlots.Kind");
    }

    @Test
    @DisplayName(
            "a stored text with former names decides as the same text with those of today, and stays the book that it was")
    void renamed() {
        BookSource today = RuleBook.shipped().source();
        NamedByRules.Name property = first(today, NamedByRules.Kind.PROPERTY);
        NamedByRules.Name method = first(today, NamedByRules.Kind.METHOD);
        NamedByRules.Name constant = first(today, NamedByRules.Kind.CONSTANT);
        String type = property.owner();
        String was = type.substring(0, type.lastIndexOf('.')) + ".Former" + type.substring(type.lastIndexOf('.') + 1);
        Renames back = Renames.of("type " + type + " -> " + was + "\n" + property.written() + " -> former1\n"
                + method.written() + " -> former2\n" + constant.written() + " -> FORMER\n");
        SortedMap<String, String> former = back.applied(today.rules());
        assertThat(String.join("", former.values()))
                .contains("import " + was, "former1", ".former2(", ".FORMER")
                .doesNotContain("import " + type + "\n");
        BookSource stored = new BookSource(former, today.tables(), BookSource.CALCULATION);
        String version = stored.version();
        assertThatThrownBy(() -> RuleBook.compile(stored)).isInstanceOf(IllegalArgumentException.class);
        Renames renames = Renames.of("# what became of them\ntype " + was + " -> " + type + "\nproperty " + was
                + ".former1 -> " + property.name()
                + "\nmethod " + method.owner().replace(type, was) + ".former2 -> " + method.name() + "\nconstant "
                + constant.owner().replace(type, was)
                + ".FORMER -> " + constant.name());
        RuleBook book = RuleBook.compile(stored, renames);
        assertThat(book.version()).isEqualTo(version).isNotEqualTo(today.version());
        assertThat(book.source().rules()).isEqualTo(former);
        assertThat(renames.applied(former)).isEqualTo(today.rules());
        assertThat(renames.now("property " + was + ".former1")).isEqualTo(property.written());
    }

    private static NamedByRules.Name first(BookSource source, NamedByRules.Kind kind) {
        return source.rules().values().stream()
                .flatMap(text -> NamedByRules.in(text).stream())
                .filter(name -> name.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("a line of the rename table that is none is told with what one looks like")
    void wrongLines() {
        for (String line : List.of(
                "type org.prorata.A -> B",
                "property org.prorata.A.b -> org.prorata.A.c",
                "field org.prorata.A.b -> c",
                "x")) {
            assertThatThrownBy(() -> Renames.of("\n" + line))
                    .hasMessageStartingWith("line 2 of the renames: \"" + line + "\"; as in ");
        }
        assertThatThrownBy(() -> Renames.of("method a.A.b -> c\nmethod a.A.b -> d"))
                .hasMessage("line 2 of the renames: a.A.b is renamed twice");
    }

    private static SortedSet<String> named() {
        BookSource source = RuleBook.shipped().source();
        return Stream.concat(source.rules().values().stream(), Compiler.tableRules(source.tables()).values().stream())
                .flatMap(text -> NamedByRules.in(text).stream())
                .map(NamedByRules.Name::written)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int calculation() throws IOException {
        return Integer.parseInt(Files.readAllLines(GOLDEN).get(0).substring(FIRST.length()));
    }

    private static SortedSet<String> golden() throws IOException {
        return new TreeSet<>(Files.readAllLines(GOLDEN).stream().skip(1).toList());
    }

    private static boolean there(String written) {
        String name = written.substring(written.indexOf(' ') + 1);
        if (written.startsWith("type ")) {
            return type(name) != null;
        }
        Class<?> owner = owner(name.substring(0, name.lastIndexOf('.')));
        String last = name.substring(name.lastIndexOf('.') + 1);
        return owner != null
                && (written.startsWith("constant ")
                        ? Arrays.stream(owner.getFields())
                                .anyMatch(field -> field.getName().equals(last))
                        : written.startsWith("method ")
                                ? Arrays.stream(owner.getMethods())
                                        .anyMatch(method -> method.getName().equals(last))
                                : returned(owner, last) != null);
    }

    /** The type that a name stands for, or the one that is reached by its last parts. */
    private static Class<?> owner(String name) {
        Class<?> type = type(name);
        int point = name.lastIndexOf('.');
        if (type != null || point < 0) {
            return type;
        }
        Class<?> before = owner(name.substring(0, point));
        return before == null ? null : returned(before, name.substring(point + 1));
    }

    private static Class<?> returned(Class<?> type, String property) {
        String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method ->
                        List.of(property, "get" + capital, "is" + capital).contains(method.getName()))
                .map(Method::getReturnType)
                .findFirst()
                .orElse(null);
    }

    private static Class<?> type(String name) {
        String at = name;
        while (true) {
            try {
                return Class.forName(at);
            } catch (ClassNotFoundException e) {
                int point = at.lastIndexOf('.');
                if (point < 0) {
                    return null;
                }
                at = at.substring(0, point) + "$" + at.substring(point + 1);
            }
        }
    }
}
