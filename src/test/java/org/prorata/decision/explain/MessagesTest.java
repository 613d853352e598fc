package org.prorata.decision.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.decision.Finding;

class MessagesTest {

    private static final Pattern TEXT = Pattern.compile("(?:Reason\\.of|\\btext|\\bline)\\(\"(tables\\.[\\w.]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    @Test
    @DisplayName("both languages have the same keys with the same places, each key once")
    void sameKeysAndPlaces() throws IOException {
        assertThat(places("en")).isEqualTo(places("fr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("places are numbered from 0 without a gap, and no brace stands for nothing")
    void placesHaveNoGaps(String language) throws IOException {
        places(language).forEach((key, places) -> {
            List<String> numbered = Stream.iterate(0, i -> i + 1)
                    .limit(places.size())
                    .map(String::valueOf)
                    .toList();
            assertThat(places).as(key).isEqualTo(numbered);
        });
        lines(language)
                .forEach(line -> assertThat(PLACE.matcher(line).replaceAll("")).doesNotContain("{", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("every constant of the facts and decisions has a text")
    void everyConstant(String language) throws IOException {
        Sentences sentences = new Sentences(Locale.forLanguageTag(language));
        assertThat(enums()).hasSizeGreaterThan(15);
        enums().forEach(type -> Arrays.stream(type.getEnumConstants())
                .forEach(c -> assertThat(sentences.figure(c)).isNotBlank()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("every decision and each of its fields has a name for people")
    void everyDecision(String language) {
        Sentences sentences = new Sentences(Locale.forLanguageTag(language));
        DecisionFields.vocabulary().forEach((decision, fields) -> {
            assertThat(sentences.text("decision." + decision)).isNotBlank();
            fields.stream()
                    .filter(f -> !f.equals("decision") && !f.equals("message") && !DecisionFields.COMMON.contains(f))
                    .forEach(f -> assertThat(sentences.text("field." + f)).isNotBlank());
        });
    }

    @Test
    @DisplayName("every text about tables that the program names is there")
    void tablesTexts() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                TEXT.matcher(Files.readString(source))
                        .results()
                        .map(result -> result.group(1))
                        .forEach(named::add);
            }
        }
        assertThat(named).hasSizeGreaterThan(100);
        // what ends in a point is completed by a code, such as the kind of a finding
        assertThat(named)
                .allSatisfy(name -> assertThat(places("en").keySet())
                        .anyMatch(name.endsWith(".") ? key -> key.startsWith(name) : name::equals));
    }

    private static Map<String, List<String>> places(String language) throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (String line : lines(language)) {
            String key = line.substring(0, line.indexOf('=')).strip();
            List<String> previous = places.put(
                    key,
                    PLACE.matcher(line)
                            .results()
                            .map((MatchResult r) -> r.group(1))
                            .distinct()
                            .sorted()
                            .toList());
            assertThat(previous)
                    .as("%s stands once in the %s messages", key, language)
                    .isNull();
        }
        return places;
    }

    private static List<String> lines(String language) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String file : List.of("messages_", "tables_")) {
            lines.addAll(Files.readAllLines(Path.of("src/main/resources/" + file + language + ".properties")));
        }
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The enums of the rooms whose values may become figures, found as compiled classes. */
    private static List<Class<?>> enums() throws IOException {
        List<Class<?>> found = new java.util.ArrayList<>(List.of(Month.class));
        for (String room : List.of("contract", "decision")) {
            try (Stream<Path> classes = Files.list(Path.of("target/classes/org/prorata/" + room))) {
                classes.map(f -> f.getFileName().toString())
                        .filter(f -> f.endsWith(".class"))
                        .sorted()
                        .map(f -> load("org.prorata." + room + "." + f.substring(0, f.length() - 6)))
                        .filter(Class::isEnum)
                        // findings have codes; what they say are their reasons
                        .filter(type -> type != Finding.class && type != Finding.Kind.class)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
