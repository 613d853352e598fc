package org.prorata.decision.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message files of one language. Places are {@code {0}}, {@code {1}} …; apostrophes and braces need no escape. */
final class Messages {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private final String file;
    private final Map<String, String> texts = new HashMap<>();

    Messages(String language) {
        file = "messages_" + language + ".properties";
        load(file, language);
        load("tables_" + language + ".properties", language);
        load("refusals_" + language + ".properties", language);
    }

    private void load(String name, String language) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no messages in the language " + language);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    }

    /** The text of a key with its places filled; every figure has a place and every place a figure. */
    String text(String key, List<String> figures) {
        return text(key, figures, true);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** @param whole whether every figure needs a place */
    String text(String key, List<String> figures, boolean whole) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException(file + " has no message " + key);
        }
        boolean[] used = new boolean[figures.size()];
        Matcher matcher = PLACE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            int place = Integer.parseInt(matcher.group(1));
            if (place >= used.length) {
                throw new IllegalArgumentException(
                        file + " " + key + ": has the place {" + place + "} but " + used.length + " figures");
            }
            used[place] = true;
            matcher.appendReplacement(out, Matcher.quoteReplacement(figures.get(place)));
        }
        for (int i = 0; whole && i < used.length; i++) {
            if (!used[i]) {
                throw new IllegalArgumentException(file + " " + key + ": has no place for figure {" + i + "}");
            }
        }
        return matcher.appendTail(out).toString();
    }
}
