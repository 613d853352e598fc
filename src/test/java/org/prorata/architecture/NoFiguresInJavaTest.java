package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prorata.architecture.JavaCode.Kind;
import org.prorata.architecture.JavaCode.Token;

/** Clauses and their figures live in rules and tables; Java only computes. */
class NoFiguresInJavaTest {

    private static final Path MAIN = Path.of("src/main/java/org/prorata");

    private static final Pattern CLAUSE = Pattern.compile("(?<![A-Za-z0-9])(?:TU|CL|SE|SC|SD|L|C)-[A-Z0-9][A-Z0-9-]*");
    private static final Pattern FIGURE = Pattern.compile("-?[0-9]+(?:[.,][0-9]+)? ?%?");
    private static final Set<String> BINARY = Set.of("double", "float", "Double", "Float", "doubleValue", "floatValue");

    private static final Set<String> COLLECTIONS =
            Set.of("ArrayList", "HashMap", "HashSet", "LinkedHashMap", "LinkedHashSet");

    /** Nothing, one, a pair, and the months of a year. */
    private static final Set<String> EVERYWHERE = Set.of("0", "1", "2", "12");

    /** Other literals, each in its one file. */
    private static final List<Allowed> ALLOWED = List.of(
            new Allowed("values/HalfYear.java", "6", "June ends the first half-year"),
            new Allowed("values/HalfYear.java", "30", "last day of June"),
            new Allowed("values/HalfYear.java", "7", "July begins the second half-year"),
            new Allowed("values/HalfYear.java", "31", "last day of December"),
            new Allowed("values/Length.java", "3", "months of a quarter"),
            new Allowed("values/Length.java", "6", "months of a half-year"),
            new Allowed("values/Anchors.java", "28", "days that every month has"),
            new Allowed(
                    "subject/late/Interest.java", "365", "days of a common year; which base counts is a table value"),
            new Allowed("subject/late/Interest.java", "366", "days of a leap year"),
            new Allowed("subject/late/Interest.java", "100", "per cent"),
            new Allowed("subject/servicelevel/MeasuredAvailability.java", "4", "digits shown of an availability"),
            new Allowed("subject/servicelevel/Hours.java", "4", "digits shown of hours"),
            new Allowed("subject/late/InterestSlot.java", "3", "figures that every reason for interest begins with"),
            new Allowed("contract/Billing.java", "3", "months of a quarter"),
            new Allowed("contract/Billing.java", "6", "months of a half-year"),
            new Allowed("contract/Item.java", "3", "months of a quarter"),
            new Allowed("contract/Item.java", "6", "months of a half-year"),
            new Allowed("decision/Reason.java", "31", "multiplier of a hash"),
            new Allowed("subject/billing/DueAgainstBilled.java", "3", "rank of a match or of a reason"),
            new Allowed("subject/billing/DueAgainstBilled.java", "4", "rank of a match"),
            new Allowed("subject/billing/DueAgainstBilled.java", "5", "rank of a match"),
            new Allowed("subject/billing/DueAgainstBilled.java", "6", "rank of a match"),
            new Allowed("subject/billing/DueAgainstBilled.java", "7", "rank of a match"),
            new Allowed("subject/billing/DueAgainstBilled.java", "8", "rank of a match"),
            new Allowed("subject/billing/DueAgainstBilled.java", "10", "rank of a match"),
            new Allowed("subject/billing/DueAgainstBilled.java", "20", "rank of a match"));

    private record Allowed(String file, String literal, String reason) {}

    @Test
    void no_clause_is_named_in_java() throws IOException {
        assertThat(clausesOf(MAIN)).isEmpty();
    }

    static List<String> clausesOf(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        JavaCode.below(root)
                .forEach((file, code) -> clauses(code).stream()
                        .filter(token -> !allowed(file, token.text()))
                        .forEach(token -> found.add(place(file, token))));
        return found;
    }

    @Test
    void no_figure_of_a_contract_is_written_in_java() throws IOException {
        assertThat(figuresOf(MAIN))
                .as("a figure of a contract belongs to a rule or a table; another is allowed here with its reason")
                .isEmpty();
    }

    static List<String> figuresOf(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        JavaCode.below(root).forEach((file, code) -> {
            if (inRooms(file)) {
                figures(code).stream()
                        .filter(token -> !allowed(file, token.text()))
                        .forEach(token -> found.add(place(file, token)));
            }
        });
        return found;
    }

    @Test
    void the_rooms_that_are_looked_at_are_there() throws IOException {
        assertThat(JavaCode.below(MAIN).keySet().stream().map(JavaCode::room)).containsAll(House.FIGURES);
    }

    @Test
    void no_binary_float_comes_near_money() throws IOException {
        List<String> found = new ArrayList<>();
        JavaCode.below(MAIN).forEach((file, code) -> {
            if (inRooms(file)) {
                code.of(Kind.WORD).stream()
                        .filter(token -> BINARY.contains(token.text()))
                        .forEach(token -> found.add(place(file, token)));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void what_is_allowed_is_still_needed() throws IOException {
        Map<String, JavaCode> sources = JavaCode.below(MAIN);
        assertThat(ALLOWED).allSatisfy(one -> {
            assertThat(sources).containsKey(one.file());
            JavaCode code = sources.get(one.file());
            assertThat(Stream.concat(figures(code).stream(), clauses(code).stream())
                            .map(Token::text))
                    .as("%s (%s)", one.file(), one.reason())
                    .contains(one.literal());
        });
    }

    @Test
    void a_clause_and_a_figure_are_found_in_code_and_not_in_comments() {
        JavaCode code = JavaCode.of("""
                /** TU-LATE: 40 euros. */
                class Fee { // after 15 days
                    String clause = "see TU-LATE";
                    String charset = "UTF-8, SHA-256";
                    int days = 30 + 1, big = 1_000;
                    long year = 365L;
                    BigDecimal rate = new BigDecimal("12.5"), part = share("50 %");
                    char digit = '9';
                    int july7 = 0x0F;
                    List<Object> few = new ArrayList<>(6);
                    double d = 1.5;
                }
                """);
        assertThat(clauses(code)).containsExactly(new Token(Kind.TEXT, "TU-LATE", 3));
        assertThat(figures(code).stream().map(Token::text))
                .containsExactlyInAnyOrder("30", "1", "1000", "365", "12.5", "50 %", "0x0F", "1.5");
        assertThat(figures(code).stream()
                        .filter(token -> !allowed("subject/billing/Fee.java", token.text()))
                        .map(Token::line))
                .containsExactlyInAnyOrder(5, 5, 6, 7, 7, 9, 11);
        assertThat(code.of(Kind.WORD)).contains(new Token(Kind.WORD, "double", 11));
        assertThat(allowed("values/HalfYear.java", "30")).isTrue();
        assertThat(allowed("values/Days.java", "30")).isFalse();
    }

    /** Numbers, the first capacity of a collection left out, and texts that are nothing but a number. */
    private static List<Token> figures(JavaCode code) {
        return Stream.concat(
                        code.numbersBut(COLLECTIONS).stream(),
                        code.of(Kind.TEXT).stream()
                                .filter(token -> FIGURE.matcher(token.text()).matches()))
                .toList();
    }

    private static List<Token> clauses(JavaCode code) {
        return code.of(Kind.TEXT).stream()
                .flatMap(token -> CLAUSE.matcher(token.text())
                        .results()
                        .map(found -> new Token(Kind.TEXT, found.group(), token.line())))
                .toList();
    }

    private static boolean allowed(String file, String literal) {
        return EVERYWHERE.contains(literal)
                || ALLOWED.stream()
                        .anyMatch(
                                one -> one.file().equals(file) && one.literal().equals(literal));
    }

    private static boolean inRooms(String file) {
        return House.FIGURES.contains(JavaCode.room(file));
    }

    private static String place(String file, Token token) {
        return file + ":" + token.line() + " " + token.text();
    }
}
