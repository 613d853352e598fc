package org.prorata.book.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The file of the register: the clauses that stand in no workbook, which rules cite which clause, and on rows of which
 * sheets a decision rests whose rule cites none. Immutable.
 *
 * @param clauses   in the order of the file, without what decides them
 * @param rules     rules by the clause that they cite, as {@code file.drl!rule name}
 * @param carriedBy sheets by the rule that cites no clause
 */
public record Conventions(
        List<ClauseEntry> clauses, Map<String, List<String>> rules, Map<String, List<String>> carriedBy) {

    private static final String RESOURCE = "/prorata/clauses.yaml";
    private static final Set<String> OF_FILE = Set.of("sources", "decided_by", "carried_by_rows");
    private static final Set<String> OF_SOURCE = Set.of("contract", "terms", "version", "clauses");
    private static final Set<String> OF_CLAUSE = Set.of("id", "article", "en", "fr", "not_computed", "not_computed_fr");

    public Conventions {
        clauses = List.copyOf(clauses);
        rules = Collections.unmodifiableMap(rules);
        carriedBy = Collections.unmodifiableMap(carriedBy);
    }

    /** Ids of the clauses. */
    public Set<String> ids() {
        return clauses.stream().map(ClauseEntry::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Those that the program brings along. */
    public static Conventions shipped() {
        try (InputStream in = Conventions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + RESOURCE + ": build it again");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of a YAML text.
     *
     * @throws IllegalArgumentException that names the clause, what is wrong with it and what is allowed
     */
    public static Conventions read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object root;
        try {
            root = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("clauses.yaml: " + e.getMessage(), e);
        }
        Map<?, ?> file = fields(root, OF_FILE, "the file");
        Map<String, ClauseEntry> entries = new LinkedHashMap<>();
        for (Object source : list(file, "sources", "the file")) {
            add(fields(source, OF_SOURCE, "a source"), entries);
        }
        return new Conventions(
                List.copyOf(entries.values()), lists(file, "decided_by"), lists(file, "carried_by_rows"));
    }

    private static void add(Map<?, ?> source, Map<String, ClauseEntry> entries) {
        String contract = need(source, "contract", "a source");
        for (Object one : list(source, "clauses", contract)) {
            Map<?, ?> clause = fields(one, OF_CLAUSE, "a clause of " + contract);
            String id = need(clause, "id", "a clause of " + contract);
            ClauseEntry.Place place = new ClauseEntry.Place(
                    contract,
                    text(source, "terms", contract),
                    need(source, "version", contract),
                    need(clause, "article", id));
            ClauseEntry.ClauseReason reason =
                    clause.containsKey("not_computed") || clause.containsKey("not_computed_fr")
                            ? new ClauseEntry.ClauseReason(
                                    need(clause, "not_computed", id), need(clause, "not_computed_fr", id))
                            : null;
            ClauseEntry entry = new ClauseEntry(
                    id, place, need(clause, "en", id), need(clause, "fr", id), List.of(), List.of(), reason);
            if (entries.put(id, entry) != null) {
                throw wrong(id, "is registered twice");
            }
        }
    }

    private static Map<String, List<String>> lists(Map<?, ?> file, String name) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (file.get(name) == null) {
            return lists;
        }
        if (!(file.get(name) instanceof Map<?, ?> map)) {
            throw wrong(name, "is not a mapping of lists");
        }
        map.forEach((key, value) -> {
            if (!(value instanceof List<?> list)) {
                throw wrong(key.toString(), "is not a list");
            }
            lists.put(key.toString(), list.stream().map(Object::toString).toList());
        });
        return lists;
    }

    private static Map<?, ?> fields(Object value, Set<String> allowed, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(
                    where,
                    "is not a mapping; it has the fields "
                            + String.join(", ", allowed.stream().sorted().toList()));
        }
        for (Object name : map.keySet()) {
            if (!allowed.contains(name)) {
                throw wrong(
                        where,
                        "has no field " + name + "; it has "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
        return map;
    }

    private static String need(Map<?, ?> fields, String name, String where) {
        String text = text(fields, name, where);
        if (text == null) {
            throw wrong(where, name + " is missing");
        }
        return text;
    }

    private static String text(Map<?, ?> fields, String name, String where) {
        Object value = fields.get(name);
        if (value != null && (!(value instanceof String text) || text.isBlank())) {
            throw wrong(where, name + " is " + value + "; a text is expected, in quotes if it looks like a number");
        }
        return (String) value;
    }

    private static List<?> list(Map<?, ?> fields, String name, String where) {
        Object value = fields.get(name);
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw wrong(where, name + " is a list of at least one");
        }
        return list;
    }

    private static IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException("clauses.yaml: " + where + " " + what);
    }
}
