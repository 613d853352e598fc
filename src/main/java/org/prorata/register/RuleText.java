package org.prorata.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as it is read.
 *
 * @param condition what stands between {@code when} and {@code then}, on one line
 */
public record RuleText(String file, String name, String condition) {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule\\s+\"([^\"\n]+)\".*?^when\\b(.*?)^then\\b");

    /** The rules of files, by file and in their order. */
    public static List<RuleText> of(Map<String, String> files) {
        List<RuleText> rules = new ArrayList<>();
        files.forEach((file, text) -> {
            Matcher rule = RULE.matcher(text);
            while (rule.find()) {
                rules.add(new RuleText(file, rule.group(1), rule.group(2).replaceAll("(?m)//.*$", "").strip().replaceAll("\\s+", " ")));
            }
        });
        return List.copyOf(rules);
    }

    /** {@code file.drl!rule name}. */
    public String fullName() {
        return file + "!" + name;
    }
}
