package org.prorata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is refused is a code with a sentence in both languages, and is documented; {@code -Dprorata.regenerate=true} writes that page. */
@DisplayName("Refusals")
class RefusalsTest {

    private static final Path PAGE = Path.of("docs/errors.md");
    private static final String REFUSED = "refused.";
    private static final String REMEDY = "remedy.";
    /** A code where a refusal is made: {@code new Refused("run.unknown", …}, and in rooms that have refusals of their own. */
    private static final Pattern MADE = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)+)\"");

    @Test
    @DisplayName("are told in both languages, with the same remedies")
    void bothLanguages() throws IOException {
        assertThat(texts("fr").keySet()).isEqualTo(texts("en").keySet());
        assertThat(texts("en").keySet().stream()
                        .filter(key -> key.startsWith(REMEDY))
                        .map(key -> REFUSED + key.substring(REMEDY.length())))
                .isSubsetOf(texts("en").keySet());
    }

    @Test
    @DisplayName("are made somewhere, each that has a sentence; and each that is made has one")
    void madeSomewhere() throws IOException {
        Set<String> known = codes();
        Set<String> literals = literals(Path.of("src/main/java"));
        assertThat(known).isNotEmpty().isSubsetOf(literals);
        Set<String> made = new TreeSet<>();
        for (String code : refusedBy(Path.of("src/main/java"))) {
            made.add(code);
        }
        assertThat(made).isNotEmpty().isSubsetOf(known);
    }

    @Test
    @DisplayName("stand in a page of their own")
    void page() throws IOException {
        String page = written();
        if (Boolean.getBoolean("prorata.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/errors.md; -Dprorata.regenerate=true writes it")
                .isEqualTo(page);
    }

    private static String written() throws IOException {
        SortedMap<String, String> english = texts("en");
        SortedMap<String, String> french = texts("fr");
        StringBuilder page = new StringBuilder("""
                # What is refused

                Each refusal has a code that stays; doors tell it in the reader's language, with what helps at that door. `{0}`, `{1}` …
                are its figures. Written by a test from `refusals_en.properties` and `refusals_fr.properties`. Findings about files
                (dossiers, workbooks, rows) name their file, line or cell and are not listed here.

                | code | English | French | at the command line |
                |---|---|---|---|
                """);
        for (String code : codes()) {
            page.append("| `")
                    .append(code)
                    .append("` | ")
                    .append(cell(english.get(REFUSED + code)))
                    .append(" | ")
                    .append(cell(french.get(REFUSED + code)))
                    .append(" | ")
                    .append(cell(english.getOrDefault(REMEDY + code, "")))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.strip().replaceFirst("^[;:,] ", "").replace("|", "\\|");
    }

    private static Set<String> codes() throws IOException {
        return texts("en").keySet().stream()
                .filter(key -> key.startsWith(REFUSED))
                .map(key -> key.substring(REFUSED.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, String> texts(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/refusals_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(file);
        }
        SortedMap<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static Set<String> literals(Path folder) throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String text : sources(folder)) {
            Matcher literal = MADE.matcher(text);
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        }
        return literals;
    }

    private static Set<String> refusedBy(Path folder) throws IOException {
        Pattern made = Pattern.compile("new (?:Identity)?Refused\\(\\s*" + MADE.pattern());
        Set<String> codes = new TreeSet<>();
        for (String text : sources(folder)) {
            Matcher refusal = made.matcher(text);
            while (refusal.find()) {
                codes.add(refusal.group(1));
            }
        }
        return codes;
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Path file : java) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
