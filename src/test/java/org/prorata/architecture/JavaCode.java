package org.prorata.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words, numbers and texts of a Java source, without its comments. */
record JavaCode(List<Token> tokens) {

    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|(?s:/\\*.*?\\*/))"
            + "|(?s:\"\"\"(?<block>[^\\\\\"]*+(?:(?:\\\\.|\"(?!\"\"))[^\\\\\"]*+)*+)\"\"\")"
            + "|\"(?<text>[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\""
            + "|'(?:\\\\.|[^'\\\\])+'"
            + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
            + "|(?<number>(?:0[xX][0-9a-fA-F_]+|[0-9][0-9_]*(?:\\.[0-9_]+)?(?:[eE][+-]?[0-9]+)?)[lLfFdD]?)");

    /** What a token is. */
    enum Kind {
        WORD,
        NUMBER,
        TEXT
    }

    /** One token and its line. */
    record Token(Kind kind, String text, int line) {}

    static JavaCode of(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            line += (int) source.substring(counted, matcher.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            counted = matcher.start();
            if (matcher.group("word") != null) {
                tokens.add(new Token(Kind.WORD, matcher.group("word"), line));
            } else if (matcher.group("number") != null) {
                tokens.add(new Token(Kind.NUMBER, matcher.group("number").replaceAll("[_lL]", ""), line));
            } else if (matcher.group("text") != null || matcher.group("block") != null) {
                String text = matcher.group("text") != null ? matcher.group("text") : matcher.group("block");
                tokens.add(new Token(Kind.TEXT, text, line));
            }
        }
        return new JavaCode(tokens);
    }

    /** Every source below a folder by its path there; at least one. */
    static SortedMap<String, JavaCode> below(Path root) throws IOException {
        SortedMap<String, JavaCode> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(root.relativize(file).toString().replace('\\', '/'), of(Files.readString(file)));
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalStateException("no sources below " + root);
        }
        return sources;
    }

    /** The room of a file: {@code subject.late} of {@code subject/late/DueSlots.java}. */
    static String room(String file) {
        return file.substring(0, file.lastIndexOf('/')).replace('/', '.');
    }

    List<Token> of(Kind kind) {
        return tokens.stream().filter(token -> token.kind() == kind).toList();
    }

    /** The numbers, without those that directly follow {@code new} and one of these types. */
    List<Token> numbersBut(Set<String> types) {
        List<Token> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean sized = i > 1
                    && types.contains(tokens.get(i - 1).text())
                    && tokens.get(i - 2).text().equals("new");
            if (tokens.get(i).kind() == Kind.NUMBER && !sized) {
                found.add(tokens.get(i));
            }
        }
        return found;
    }
}
