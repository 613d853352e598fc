package org.prorata.book.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.cli.BookDecider;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.decision.explain.DecisionFields;

/** Rules propose without order: files, rules in them and rows of policy tables may stand in any. */
@DisplayName("The order of rules and rows does not matter")
class RuleOrderTest {

    private static final RuleBook BOOK = RuleBook.shipped();
    private static final List<Evaluator.Request> REQUESTS = new ArrayList<>();
    private static List<String> expected;

    @BeforeAll
    static void cases() throws IOException {
        DossierReader reader = new DossierReader(new BookDecider(RuleBooks.of(BOOK)).terms());
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "cases"))) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(file -> {
                CaseFile one = reader.readCase(file, DecisionFields.vocabulary());
                REQUESTS.add(new Evaluator.Request(one.dossier(), one.ask()));
            });
        }
        expected = shown(BOOK);
    }

    @RepeatedTest(2)
    @DisplayName("for the decisions of all cases, and for their reasons")
    void shuffled(RepetitionInfo repetition) {
        Random chance = new Random(repetition.getCurrentRepetition());
        BookSource source = BOOK.source();
        List<String> texts = new ArrayList<>(source.rules().values());
        Collections.shuffle(texts, chance);
        Map<String, String> files = new TreeMap<>();
        for (String text : texts) {
            files.put("rules-" + (char) ('a' + files.size()) + ".drl", turned(text, chance));
        }
        Tables tables = new Tables(shuffled(
                source.tables().all().stream()
                        .map(table -> table.sheet().series()
                                ? table
                                : new Table(table.sheet(), shuffled(table.rows(), chance)))
                        .toList(),
                chance));
        assertThat(files).hasSameSizeAs(source.rules());
        assertThat(shown(RuleBook.compile(new BookSource(files, tables, BookSource.CALCULATION))))
                .isEqualTo(expected);
    }

    private static List<String> shown(RuleBook book) {
        return book.evaluator().decideAll(REQUESTS).stream()
                .map(answer -> answer.error() == null
                        ? answer.decisions().stream()
                                .map(CanonicalJson::of)
                                .toList()
                                .toString()
                        : answer.error().code())
                .toList();
    }

    /** The same rules in another order below the same head. */
    private static String turned(String drl, Random chance) {
        String[] parts = drl.split("(?m)^(?=rule \")");
        List<String> rules = shuffled(Arrays.asList(parts).subList(1, parts.length), chance);
        assertThat(rules).isNotEmpty();
        return parts[0] + String.join("\n", rules);
    }

    private static <E> List<E> shuffled(List<E> all, Random chance) {
        List<E> turned = new ArrayList<>(all);
        Collections.shuffle(turned, chance);
        return turned;
    }
}
