package org.prorata.book.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of rules names of the program: the types that it imports, the properties and methods of its patterns, the methods that its
 * consequences call, and constants of enums; each with the places where it stands. Read from the text alone, so that a stored book can be
 * read whose names are no longer there.
 */
final class NamedByRules {

    /** Quoted texts and comments name nothing. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)//[^\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|[$A-Za-z_][$\\w]*|[^\\s\\w]|\\d[\\w.]*");

    private static final Set<String> WORDS = Set.of(
            "in",
            "not",
            "null",
            "true",
            "false",
            "this",
            "contains",
            "memberOf",
            "matches",
            "instanceof",
            "new",
            "and",
            "or",
            "exists",
            "forall",
            "eval",
            "from",
            "if",
            "else",
            "return",
            "final",
            "var",
            "drools",
            "kcontext");

    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, String> imports = new HashMap<>();
    private final List<Name> names = new ArrayList<>();
    private Map<String, String> variables = new HashMap<>();
    private boolean conditions;

    /** What kind of name. */
    enum Kind {
        TYPE,
        PROPERTY,
        METHOD,
        CONSTANT
    }

    /**
     * A name at a place of the text.
     *
     * @param owner type, and the properties by which it is reached from there, as {@code org.prorata.subject.late.DueSlots}; of a type null
     * @param name  of a type the whole one
     * @param start of what stands there, which of a type is its whole or its short name
     */
    record Name(Kind kind, String owner, String name, int start, int end) {

        /** {@code property org.prorata.subject.late.DueSlots.stated}. */
        String written() {
            return kind.name().toLowerCase(Locale.ROOT) + " " + (owner == null ? name : owner + "." + name);
        }
    }

    private record Token(String text, int start) {

        boolean word() {
            return Character.isJavaIdentifierStart(text.charAt(0));
        }

        boolean type() {
            return Character.isUpperCase(text.charAt(0)) && text.chars().anyMatch(Character::isLowerCase);
        }
    }

    private NamedByRules(String drl) {
        Matcher token = TOKEN.matcher(drl);
        while (token.find()) {
            if (!token.group().startsWith("//") && !token.group().startsWith("/*")) {
                tokens.add(new Token(token.group(), token.start()));
            }
        }
    }

    /** All names of a file, in the order of their places. */
    static List<Name> in(String drl) {
        NamedByRules read = new NamedByRules(drl);
        read.read();
        read.names.sort(Comparator.comparingInt(Name::start));
        return List.copyOf(read.names);
    }

    private void read() {
        for (int i = 0; i < tokens.size(); i++) {
            switch (text(i)) {
                case "import" -> i = imported(i + 1);
                case "rule" -> variables = new HashMap<>();
                case "when" -> {
                    conditions = true;
                    i = body(i + 1, "then", null) - 1;
                }
                case "then" -> {
                    conditions = false;
                    i = body(i + 1, "end", null);
                }
                default -> {}
            }
        }
    }

    private String text(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text();
    }

    private int imported(int first) {
        int i = first;
        StringBuilder name = new StringBuilder();
        while (tokens.get(i).word() || text(i).equals(".")) {
            name.append(text(i));
            i++;
            if (!text(i).equals(".") && !text(i - 1).equals(".")) {
                break;
            }
        }
        Token last = tokens.get(i - 1);
        imports.put(last.text(), name.toString());
        names.add(new Name(
                Kind.TYPE,
                null,
                name.toString(),
                tokens.get(first).start(),
                last.start() + last.text().length()));
        return i - 1;
    }

    /**
     * Reads to a word, or to the bracket that closes.
     *
     * @param end   where it ends
     * @param owner the type whose properties stand there by themselves, or null
     */
    private int body(int first, String end, String owner) {
        int i = first;
        while (i < tokens.size() && !text(i).equals(end)) {
            Token token = tokens.get(i);
            if (token.text().equals("(")) {
                i = body(i + 1, ")", owner);
            } else if (token.type() && imports.containsKey(token.text())) {
                i = typed(i, conditions && owner == null);
            } else if (owner != null && token.word() && text(i + 1).equals(":")) {
                variables.put(token.text(), owner + "." + text(i + 2));
            } else if (token.word() && !text(i - 1).equals(".")) {
                i = token.text().equals("drools")
                        ? skipped(i)
                        : variables.containsKey(token.text())
                                ? chain(i + 1, variables.get(token.text()))
                                : owner != null && !WORDS.contains(token.text()) ? member(i, owner) : i;
            }
            i++;
        }
        return i;
    }

    /** A pattern, or a constant. */
    private int typed(int first, boolean pattern) {
        String type = imports.get(text(first));
        names.add(new Name(
                Kind.TYPE,
                null,
                type,
                tokens.get(first).start(),
                tokens.get(first).start() + text(first).length()));
        int i = first;
        while (text(i + 1).equals(".") && tokens.get(i + 2).type()) {
            i += 2;
            type = type + "." + text(i);
            names.add(new Name(
                    Kind.TYPE, null, type, tokens.get(i).start(), tokens.get(i).start() + text(i).length()));
        }
        if (text(i + 1).equals(".") && tokens.get(i + 2).word()) {
            i += 2;
            boolean called = text(i + 1).equals("(");
            add(called ? Kind.METHOD : Kind.CONSTANT, type, i);
            return i;
        }
        if (pattern && text(i + 1).equals("(")) {
            if (text(first - 1).equals(":")) {
                variables.put(text(first - 2), type);
            }
            return body(i + 2, ")", type);
        }
        return i;
    }

    private int skipped(int first) {
        int i = first;
        while (text(i + 1).equals(".") || text(i + 1).equals("(") && text(i + 2).equals(")") || text(i).equals("(")) {
            i++;
            if (text(i).equals(".")) {
                i++;
            }
        }
        return i;
    }

    private int member(int i, String owner) {
        boolean called = text(i + 1).equals("(");
        add(called ? Kind.METHOD : Kind.PROPERTY, owner, i);
        int next = called ? body(i + 2, ")", null) : i;
        return chain(next + 1, owner + "." + text(i));
    }

    /** What follows after a point. */
    private int chain(int point, String owner) {
        return text(point).equals(".") && tokens.get(point + 1).word() ? member(point + 1, owner) : point - 1;
    }

    private void add(Kind kind, String owner, int i) {
        names.add(new Name(
                kind, owner, text(i), tokens.get(i).start(), tokens.get(i).start() + text(i).length()));
    }
}
