package org.prorata.book.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that the program has given up, each with the one that took its place. A stored text of this calculation is compiled with them,
 * and stays as it is: its bytes name the book. A name that was given up is given to nothing else.
 */
final class Renames {

    private static final String RESOURCE = "/prorata/renames.txt";
    private static final Pattern LINE = Pattern.compile("(type|property|method|constant) ([\\w.$]+) -> ([\\w.$]+)");

    private final Map<String, String> names;

    private Renames(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** Those that the program brings along. */
    static Renames shipped() {
        try (InputStream in = Renames.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + RESOURCE + ": build it again");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of a text: {@code type|property|method|constant OLD -> NEW} on a line each; OLD is whole, as
     * {@code org.prorata.subject.late.DueSlots.stated}, NEW of a type the whole name, else the last part alone.
     *
     * @throws IllegalArgumentException when a line is something else
     */
    static Renames of(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher rename = LINE.matcher(line.strip());
            if (!rename.matches()
                    || !rename.group(1).equals("type") && rename.group(3).contains(".")
                    || rename.group(1).equals("type") && !rename.group(3).contains(".")) {
                throw new IllegalArgumentException(
                        "line " + number + " of the renames: \"" + line
                                + "\"; as in \"property org.prorata.subject.late.DueSlots.stated"
                                + " -> written\" or, with the whole new name, \"type org.prorata.subject.late.DueSlots -> org.prorata.late.PaymentSlots\"");
            }
            if (names.put(rename.group(1) + " " + rename.group(2), rename.group(3)) != null) {
                throw new IllegalArgumentException(
                        "line " + number + " of the renames: " + rename.group(2) + " is renamed twice");
            }
        }
        return new Renames(names);
    }

    /** What a name has become: {@code property org.prorata.subject.late.DueSlots.stated}, in both ways of the rename table. */
    String now(String written) {
        int space = written.indexOf(' ');
        String kind = written.substring(0, space);
        String name = written.substring(space + 1);
        if (kind.equals("type")) {
            return kind + " " + type(name);
        }
        int point = name.lastIndexOf('.');
        return kind + " " + owner(name.substring(0, point)) + "."
                + names.getOrDefault(written, name.substring(point + 1));
    }

    /** The longest beginning that is a renamed type, then what is reached from it. */
    private String owner(String name) {
        return names.entrySet().stream()
                .filter(each -> each.getKey().startsWith("type "))
                .map(each -> Map.entry(each.getKey().substring(5), each.getValue()))
                .filter(each -> name.equals(each.getKey()) || name.startsWith(each.getKey() + "."))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(each -> each.getValue() + name.substring(each.getKey().length()))
                .orElse(name);
    }

    private String type(String name) {
        return names.getOrDefault("type " + name, owner(name));
    }

    /** Files of rules with the names of today. */
    SortedMap<String, String> applied(SortedMap<String, String> rules) {
        if (names.isEmpty()) {
            return rules;
        }
        SortedMap<String, String> applied = new TreeMap<>();
        rules.forEach((file, text) -> applied.put(file, applied(text)));
        return applied;
    }

    private String applied(String drl) {
        List<NamedByRules.Name> found = new ArrayList<>(NamedByRules.in(drl));
        StringBuilder text = new StringBuilder(drl);
        for (int i = found.size() - 1; i >= 0; i--) {
            NamedByRules.Name name = found.get(i);
            String stands = drl.substring(name.start(), name.end());
            String now = name.kind() == NamedByRules.Kind.TYPE
                    ? standing(stands, type(name.name()))
                    : names.getOrDefault(
                            name.kind().name().toLowerCase(Locale.ROOT) + " " + name.owner() + "." + name.name(),
                            stands);
            text.replace(name.start(), name.end(), now);
        }
        return text.toString();
    }

    /** A type's whole name where that stood there, as in an import, else its last part. */
    private static String standing(String stands, String type) {
        return stands.contains(".") ? type : type.substring(type.lastIndexOf('.') + 1);
    }
}
