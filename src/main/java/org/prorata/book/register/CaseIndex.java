package org.prorata.book.register;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Which cases show which clause, by the clauses that each case file says it covers. */
public final class CaseIndex {

    private final Map<String, List<IndexedCase>> byClause = new TreeMap<>();

    private CaseIndex() {}

    /**
     * A case that shows a clause.
     *
     * @param name     path below its folder, without the ending
     * @param sentence what it shows
     */
    public record IndexedCase(Path file, String name, String sentence) {}

    /**
     * The cases of all YAML files below some folders.
     *
     * @throws IllegalArgumentException that names the file which is no YAML
     */
    public static CaseIndex of(List<Path> folders) {
        CaseIndex index = new CaseIndex();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(file -> index.add(folder, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return index;
    }

    /** The cases that show a clause, by folder and name. */
    public List<IndexedCase> showing(String clause) {
        return List.copyOf(byClause.getOrDefault(clause, List.of()));
    }

    /** All clauses that some case names. */
    public List<String> clauses() {
        return List.copyOf(byClause.keySet());
    }

    private void add(Path folder, Path file) {
        Node root;
        try (Reader text = Files.newBufferedReader(file)) {
            root = new Yaml(new LoaderOptions()).compose(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(file + ": is not valid YAML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (root instanceof MappingNode fields) {
            String name = folder.relativize(file).toString().replace('\\', '/').replaceFirst("\\.yaml$", "");
            IndexedCase shown = new IndexedCase(file, name, text(field(fields, "case")));
            if (field(fields, "clauses") instanceof SequenceNode clauses) {
                clauses.getValue()
                        .forEach(id -> byClause.computeIfAbsent(text(id), i -> new ArrayList<>())
                                .add(shown));
            }
        }
    }

    private static Node field(MappingNode fields, String name) {
        return fields.getValue().stream()
                .filter(one -> text(one.getKeyNode()).equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
