package org.prorata.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rule files of the project, as text. */
public final class RuleFiles {

    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+(.*?)\\s*$");

    private RuleFiles() {}

    /** Text by file name; at least one. */
    public static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        if (texts.isEmpty()) {
            throw new IllegalStateException("no rule file found");
        }
        return texts;
    }

    /** The names of the rules of a text, as written after the word rule. */
    static List<String> headings(String drl) {
        List<String> found = new ArrayList<>();
        Matcher matcher = RULE.matcher(drl);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Names of the rules by file name, without their quotes. */
    public static Map<String, List<String>> names() throws IOException {
        Map<String, List<String>> names = new TreeMap<>();
        texts().forEach((file, text) -> names.put(
                file,
                headings(text).stream()
                        .map(name -> name.replaceAll("^\"|\"$", ""))
                        .toList()));
        return names;
    }
}
