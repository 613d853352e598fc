package org.prorata.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Every clause that the program knows, in the order of its document. Immutable. */
public final class Register {

    private static final String RESOURCE = "/prorata/clauses.yaml";
    private static final Set<String> OF_SOURCE = Set.of("contract", "terms", "version", "clauses");
    private static final Set<String> OF_CLAUSE =
            Set.of("id", "article", "en", "fr", "decided_by", "planned", "not_computed");

    private final Map<String, ClauseEntry> entries;

    private Register(Map<String, ClauseEntry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** The register that the program brings along. */
    public static Register shipped() {
        try (InputStream in = Register.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + RESOURCE + ": build it again");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The register of a YAML text.
     *
     * @throws IllegalArgumentException that names the clause, what is wrong with it and what is allowed
     */
    public static Register read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object root;
        try {
            root = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("clauses.yaml: " + e.getMessage(), e);
        }
        Map<String, ClauseEntry> entries = new LinkedHashMap<>();
        for (Object source : list(fields(root, Set.of("sources"), "the file"), "sources", "the file")) {
            add(fields(source, OF_SOURCE, "a source"), entries);
        }
        return new Register(entries);
    }

    /** All clauses. */
    public List<ClauseEntry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * One clause.
     *
     * @throws IllegalArgumentException when no clause has that id
     */
    public ClauseEntry entry(String id) {
        ClauseEntry found = entries.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the register has no clause " + id);
        }
        return found;
    }

    /** One clause, if the register has it. */
    public Optional<ClauseEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    private static void add(Map<?, ?> source, Map<String, ClauseEntry> entries) {
        String contract = need(source, "contract", "a source");
        for (Object one : list(source, "clauses", contract)) {
            Map<?, ?> clause = fields(one, OF_CLAUSE, "a clause of " + contract);
            String id = need(clause, "id", "a clause of " + contract);
            ClauseEntry.Place place = new ClauseEntry.Place(contract, text(source, "terms", contract),
                    need(source, "version", contract), need(clause, "article", id));
            ClauseEntry entry = entry(id, place, clause);
            if (entries.put(id, entry) != null) {
                throw wrong(id, "is registered twice");
            }
        }
    }

    private static ClauseEntry entry(String id, ClauseEntry.Place place, Map<?, ?> clause) {
        String en = need(clause, "en", id);
        String fr = need(clause, "fr", id);
        List<String> decidedBy = texts(clause, "decided_by", id);
        List<String> planned = texts(clause, "planned", id);
        String notComputed = text(clause, "not_computed", id);
        try {
            return new ClauseEntry(id, place, en, fr, decidedBy, planned, notComputed);
        } catch (IllegalArgumentException e) {
            throw wrong(id, e.getMessage());
        }
    }

    private static Map<?, ?> fields(Object value, Set<String> allowed, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(where, "is not a mapping; it has the fields " + String.join(", ", allowed.stream().sorted().toList()));
        }
        for (Object name : map.keySet()) {
            if (!allowed.contains(name)) {
                throw wrong(where, "has no field " + name + "; it has " + String.join(", ", allowed.stream().sorted().toList()));
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

    private static List<String> texts(Map<?, ?> fields, String name, String where) {
        List<String> found = new ArrayList<>();
        if (fields.containsKey(name)) {
            for (Object one : list(fields, name, where)) {
                found.add(need(Collections.singletonMap(name, one), name, where));
            }
        }
        return found;
    }

    private static IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException("clauses.yaml: " + where + " " + what);
    }
}
