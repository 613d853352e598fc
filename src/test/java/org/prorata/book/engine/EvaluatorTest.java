package org.prorata.book.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.cli.BookDecider;
import org.prorata.contract.Ask;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.explain.CanonicalJson;

@DisplayName("The evaluator")
class EvaluatorTest {

    private static final Ask.Bill BILL = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    private static final Ask.Late LATE = new Ask.Late(LocalDate.of(2026, 10, 31));
    private static final RuleBook BOOK = RuleBook.shipped();
    private static final List<Evaluator.Request> REQUESTS = new ArrayList<>();
    private static List<String> expected;

    @BeforeAll
    static void portfolio() throws IOException {
        DossierReader reader = new DossierReader(new BookDecider(RuleBooks.of(BOOK)).terms());
        try (Stream<Path> files = Files.walk(Path.of("src/demo/portfolio"))) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(file -> {
                var dossier = reader.read(file).dossier();
                REQUESTS.add(new Evaluator.Request(dossier, BILL));
                REQUESTS.add(new Evaluator.Request(dossier, LATE));
            });
        }
        expected = REQUESTS.stream()
                .map(request ->
                        shown(BOOK.evaluator().decideAll(List.of(request)).get(0)))
                .toList();
    }

    private static String shown(BookAnswer answer) {
        return answer.error() == null
                ? answer.decisions().stream().map(CanonicalJson::of).toList().toString()
                : answer.error().code() + " " + answer.error().getMessage();
    }

    @Test
    @DisplayName("answers many dossiers together as it answers each alone, the ones that cannot be decided among them")
    void together() {
        assertThat(BOOK.evaluator().decideAll(REQUESTS))
                .extracting(EvaluatorTest::shown)
                .isEqualTo(expected);
        assertThat(expected)
                .filteredOn(answer -> answer.startsWith("no-table-row"))
                .hasSize(1);
        assertThat(expected)
                .filteredOn(answer -> answer.startsWith("missing-rate"))
                .hasSize(1);
    }

    @Test
    @DisplayName("does not care in which order dossiers come")
    void order() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < REQUESTS.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(7));
        List<BookAnswer> answers =
                BOOK.evaluator().decideAll(places.stream().map(REQUESTS::get).toList());
        for (int i = 0; i < places.size(); i++) {
            assertThat(shown(answers.get(i))).isEqualTo(expected.get(places.get(i)));
        }
    }

    @Test
    @DisplayName("answers the same on several threads that share a book")
    void threads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(pool.submit(() -> BOOK.evaluator().decideAll(REQUESTS).stream()
                        .map(EvaluatorTest::shown)
                        .toList()));
            }
            for (Future<List<String>> one : all) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("answers the same by a book compiled at run time from its source")
    void compiledAtRunTime() {
        RuleBook compiled = RuleBook.compile(BOOK.source());
        assertThat(compiled.version()).isEqualTo(BOOK.version());
        assertThat(compiled.evaluator().decideAll(REQUESTS))
                .extracting(EvaluatorTest::shown)
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("takes the book of the day, and says when none was in force yet")
    void books() {
        RuleBook other = RuleBook.compile(
                new BookSource(BOOK.source().rules(), BOOK.source().tables(), BookSource.CALCULATION + 1));
        RuleBooks books = RuleBooks.of(BOOK).from(LocalDate.of(2026, 10, 15), other);
        assertThat(other.version()).isNotEqualTo(BOOK.version());
        assertThat(books.on(LocalDate.of(2026, 10, 14))).isSameAs(BOOK);
        assertThat(books.on(LocalDate.of(2026, 10, 15))).isSameAs(other);
        assertThat(books.nextChange(LocalDate.of(2026, 10, 1))).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(books.answering(BILL, null)).isSameAs(BOOK);
        assertThat(books.answering(LATE, null)).isSameAs(other);
        assertThatThrownBy(() ->
                        RuleBooks.startingWith(LocalDate.of(2026, 1, 1), BOOK).on(LocalDate.of(2025, 12, 31)))
                .isInstanceOf(CannotDecide.class)
                .hasMessageContaining("2026-01-01");
    }
}
