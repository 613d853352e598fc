package org.prorata.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Term;
import org.prorata.decision.explain.Json;

class DossierReaderTest {

    private static final Path EVERYTHING = Path.of("src/test/resources/dossiers/everything.yaml");
    private static final String BARE = "terms: teachup\ncontract: {id: K-1, start: 2025-03-01}\n";

    private final DossierReader reader = new DossierReader(new KnownTerms(Map.of("teachup", false, "standard", true)));

    @Test
    @DisplayName("every field of the format arrives, numbers with the digits they were written with")
    void everything() {
        DossierFile file = reader.read(EVERYTHING);
        Dossier dossier = file.dossier();
        assertThat(dossier.contract().id()).isEqualTo("4711");
        assertThat(dossier.customer().publicBuyer()).isTrue();
        assertThat(dossier.contract().term()).isEqualTo(Term.months(24));
        assertThat(dossier.contract().paymentRule()).isEqualTo(PaymentRule.EOM_B);
        assertThat(dossier.contract().items())
                .extracting(Item::id)
                .containsExactly("platform", "calls", "true", "quote \" and \\ backslash");
        assertThat(dossier.contract().items().get(0).price()).isEqualTo(new BigDecimal("12345.60"));
        assertThat(dossier.contract().items().get(0).quantity()).isEqualTo(new BigDecimal("2.50"));
        assertThat(dossier.contract().revision().floorPct()).isEqualTo(new BigDecimal("-1.00"));
        assertThat(file.ask())
                .contains(new Ask.Terminate(LocalDate.of(2026, 2, 28), Cause.CONVENIENCE, LocalDate.of(2026, 1, 20)));
    }

    @Test
    @DisplayName("every kind of event can be read")
    void everyEvent() {
        Set<Class<?>> read = reader.read(EVERYTHING).dossier().events().stream()
                .map(Object::getClass)
                .collect(Collectors.toSet());
        List<Class<?>> kinds = Arrays.stream(Event.class.getPermittedSubclasses())
                .flatMap(k ->
                        k.isSealed() ? Arrays.stream(k.getPermittedSubclasses()) : Arrays.stream(new Class<?>[] {k}))
                .toList();
        assertThat(read).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    @DisplayName("what is left out has the format's defaults, and no billed list is not an empty one")
    void defaults() {
        Dossier dossier = yaml(BARE).dossier();
        assertThat(dossier.language()).isEqualTo("en");
        assertThat(dossier.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(dossier.statutes()).isTrue();
        assertThat(dossier.customer()).isEqualTo(Customer.UNNAMED);
        assertThat(dossier.contract().term()).isEqualTo(Term.OF_THE_TERMS);
        assertThat(dossier.billed()).isEmpty();
        assertThat(yaml(BARE + "billed: []\n").dossier().billed()).contains(List.of());
        assertThat(yaml(BARE.replace("}", ", term_months: null}"))
                        .dossier()
                        .contract()
                        .term())
                .isEqualTo(Term.OPEN_ENDED);
    }

    @Test
    @DisplayName("JSON gives the same facts as YAML, with tabs and escapes too")
    void json() {
        DossierFile yaml = reader.read(EVERYTHING);
        String json = Json.text(DossierWriter.fields(yaml.dossier(), yaml.ask().orElseThrow()));
        assertThat(read("d.json", json)).isEqualTo(yaml);
        assertThat(read("d.json", json.replace(",\"", ",\n\t\""))).isEqualTo(yaml);
        assertThat(read(
                                "d.json",
                                "{\"terms\": \"teachup\", \"contract\": {\"id\": \"a\\/\\u00e9\\ud83d\\ude00\", \"start\": \"2025-03-01\"}}")
                        .dossier()
                        .contract()
                        .id())
                .isEqualTo("a/é😀");
    }

    @Test
    @DisplayName("a byte order mark and Windows line ends do no harm")
    void windows() {
        assertThat(yaml("\uFEFF" + BARE.replace("\n", "\r\n"))).isEqualTo(yaml(BARE));
    }

    @Test
    @DisplayName("a file larger than the limit is refused before it is read whole")
    void tooLarge(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.yaml");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(4L << 30);
        }
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(DossierErrors.class)
                .hasMessage(file + ": is larger than 10 MB, the most that is read");
    }

    @Test
    @DisplayName("a missing file and a directory are refused in one line")
    void unreadable(@TempDir Path folder) {
        assertThatThrownBy(() -> reader.read(folder.resolve("none.yaml")))
                .hasMessage(folder.resolve("none.yaml") + ": no such file");
        assertThatThrownBy(() -> reader.read(folder))
                .hasMessage(folder + ": is a directory; a YAML or JSON file is wanted");
    }

    @Test
    @DisplayName("a million open brackets end in an error, not in a stack overflow")
    void deep() {
        assertThatThrownBy(() -> yaml("terms: " + "[\n".repeat(1_000_000)))
                .hasMessage("d.yaml:20: is nested more than 20 levels deep");
        assertThatThrownBy(() -> read("d.json", "{\"terms\": " + "[".repeat(1_000_000)))
                .hasMessage("d.json:1: is nested more than 20 levels deep");
    }

    @Test
    @DisplayName("an endless line is refused before the parser chokes on it")
    void longLine() {
        assertThatThrownBy(() -> yaml("terms: standard\ncase: " + "x".repeat(9_000_000)))
                .hasMessage("d.yaml:2: the line has more than 100000 characters; break it");
    }

    @Test
    @DisplayName("a list of wrong entries ends at a thousand errors")
    void manyErrors() {
        assertThatThrownBy(() -> yaml(BARE + "events:\n" + "  - {event: trial}\n".repeat(5000)))
                .isInstanceOfSatisfying(DossierErrors.class, e -> {
                    assertThat(e.problems()).hasSize(1001);
                    assertThat(e.problems().get(1000))
                            .hasToString("d.yaml: more than 1000 errors; the rest is not shown");
                });
    }

    @Test
    @DisplayName("what is written and read again is equal")
    void writeAndReadAgain() {
        DossierFile first = reader.read(EVERYTHING);
        String text = DossierWriter.yaml(first.dossier(), first.ask().orElse(null));
        DossierFile second = yaml(text);
        assertThat(second).isEqualTo(first);
        assertThat(DossierWriter.yaml(second.dossier(), second.ask().orElse(null)))
                .isEqualTo(text);
        assertThat(DossierWriter.yaml(yaml(BARE).dossier(), null))
                .isEqualTo("terms: teachup\ncontract:\n  id: K-1\n  start: 2025-03-01\n  items: []\n");
    }

    private DossierFile yaml(String text) {
        return read("d.yaml", text);
    }

    private DossierFile read(String name, String text) {
        return reader.read(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
