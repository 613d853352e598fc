package org.prorata.book.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.prorata.decision.explain.Sentences;

/** What workbooks say to people in one language. Places are {@code {0}}, {@code {1}}; apostrophes need no escape. */
final class Phrases {

    private final String file;
    private final Sentences sentences;
    private final Map<String, String> texts = new TreeMap<>();

    Phrases(String language) {
        file = "workbooks_" + language + ".properties";
        sentences = new Sentences(Locale.forLanguageTag(language));
        Properties properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("workbooks know no language " + language);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    }

    /** What errors say in the language. */
    Sentences sentences() {
        return sentences;
    }

    /** Null where the language says nothing of it. */
    String find(String key) {
        return texts.get(key);
    }

    String text(String key, Object... places) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException(file + " has no text " + key);
        }
        for (int i = 0; i < places.length; i++) {
            text = text.replace("{" + i + "}", places[i].toString());
        }
        return text;
    }
}
