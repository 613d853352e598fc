package org.prorata.book.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as its file writes it. The rules of this project have one pattern and plain constraints, so that their text is read
 * without a compiler.
 *
 * @param file      file of the rule
 * @param name      its name
 * @param text      all of it, from {@code rule} to {@code end}
 * @param condition the pattern that it looks for, on one line and without comments
 * @param then      the one call that it makes
 */
public record RuleText(String file, String name, String text, String condition, String then) {

    private static final Pattern RULE =
            Pattern.compile("(?ms)^rule \"([^\"]+)\"\\s*^when\\s*$(.*?)^then\\s*$(.*?)^end\\s*?$");
    private static final Pattern SLOT = Pattern.compile("^\\s*(?:\\$\\w+\\s*:\\s*)?(\\w+)\\s*\\(");
    /** Two properties with an operator between them; constants are written in capitals, after the name of their enum or alone. */
    private static final Pattern COMPARISON =
            Pattern.compile("(?<![\\w.$])([a-z]\\w*)\\s*(<=|>=|==|!=|<|>)\\s*([a-z]\\w*)(?![\\w.(])");

    private static final List<String> CONSTANTS = List.of("null", "true", "false");

    /**
     * Two facts of a slot that a rule compares.
     *
     * @param at where the comparison begins in the text of the rule
     * @param to where it ends
     */
    public record Comparison(String slot, String left, String operator, String right, int at, int to) {

        @Override
        public String toString() {
            return slot + ": " + left + " " + operator + " " + right;
        }
    }

    /** The rules of a file, in its order. */
    public static List<RuleText> of(String file, String drl) {
        List<RuleText> rules = new ArrayList<>();
        Matcher found = RULE.matcher(drl);
        while (found.find()) {
            rules.add(new RuleText(
                    file,
                    found.group(1),
                    found.group(),
                    found.group(2).replaceAll("(?m)//.*$", "").strip().replaceAll("\\s+", " "),
                    found.group(3).strip()));
        }
        return List.copyOf(rules);
    }

    /** The rules of files, by file and in their order. */
    public static List<RuleText> of(Map<String, String> files) {
        List<RuleText> rules = new ArrayList<>();
        files.forEach((file, drl) -> rules.addAll(of(file, drl)));
        return List.copyOf(rules);
    }

    /** {@code file.drl!name}. */
    public String fullName() {
        return file + "!" + name;
    }

    /** The type of the slot that the rule looks at. */
    public String slot() {
        Matcher slot = SLOT.matcher(condition);
        if (!slot.find()) {
            throw new IllegalArgumentException(fullName() + " looks at no slot: " + condition);
        }
        return slot.group(1);
    }

    /** What the rule compares, in the order of its text. */
    public List<Comparison> comparisons() {
        int begins = text.indexOf('(', text.indexOf("when"));
        int ends = text.lastIndexOf("\nthen");
        return COMPARISON
                .matcher(text)
                .region(begins, ends)
                .results()
                .filter(found -> !CONSTANTS.contains(found.group(3)))
                .map(this::comparison)
                .toList();
    }

    private Comparison comparison(MatchResult found) {
        return new Comparison(slot(), found.group(1), found.group(2), found.group(3), found.start(), found.end());
    }

    /** The text of the rule with another one in place of a comparison. */
    public String with(Comparison comparison, String other) {
        return text.substring(0, comparison.at()) + other + text.substring(comparison.to());
    }
}
