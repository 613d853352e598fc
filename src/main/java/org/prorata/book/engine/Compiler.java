package org.prorata.book.engine;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kie.api.definition.KiePackage;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;

/** Compiles rules and tables: their text, and at run time the packages of a book that was not built ahead of time. */
public final class Compiler {

    private Compiler() {}

    /** The DRL of every policy table, by file name. */
    public static SortedMap<String, String> tableRules(Tables tables) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Table table : tables.all()) {
            if (table.sheet().policy()) {
                texts.put(
                        "table-" + table.sheet().workbook() + "-"
                                + table.sheet().name() + ".drl",
                        TableRules.drl(table));
            }
        }
        return texts;
    }

    /**
     * Packages of the given DRL files.
     *
     * @throws IllegalArgumentException with the compiler's messages when a file does not compile
     */
    static Collection<KiePackage> compile(SortedMap<String, String> files) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        files.forEach((name, text) -> {
            Resource resource = ResourceFactory.newByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
            resource.setSourcePath(name);
            builder.add(resource, ResourceType.DRL);
        });
        if (builder.hasErrors()) {
            throw new IllegalArgumentException(builder.getErrors().stream()
                    .map(error -> error.getResource() == null
                            ? error.getMessage()
                            : error.getResource().getSourcePath() + ": " + error.getMessage())
                    .collect(Collectors.joining("\n")));
        }
        return builder.getKnowledgePackages();
    }
}
