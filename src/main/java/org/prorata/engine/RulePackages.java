package org.prorata.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.definition.KiePackage;

/** The packages of a book's rule files, so that a book in which one file changed compiles that file alone. */
final class RulePackages {

    private final SortedMap<String, String> files;
    /** By file name; compiled when first needed, as few books are ever changed. */
    private final Map<String, Collection<KiePackage>> compiled = new HashMap<>();

    RulePackages(SortedMap<String, String> files) {
        this.files = files;
    }

    /**
     * The base of rule files that may differ from the book's.
     *
     * @throws IllegalArgumentException when one does not compile
     */
    InternalKnowledgeBase base(SortedMap<String, String> changed) {
        SortedMap<String, String> others = new TreeMap<>(changed);
        others.entrySet().removeIf(file -> file.getValue().equals(files.get(file.getKey())));
        List<KiePackage> all = new ArrayList<>(others.isEmpty() ? List.of() : Compiler.compile(others));
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        // a package in use is copied by the base that takes it, which two threads must not do at once
        synchronized (compiled) {
            changed.keySet().stream().filter(name -> !others.containsKey(name))
                    .forEach(name -> all.addAll(compiled.computeIfAbsent(name, this::compile)));
            base.addPackages(all);
        }
        return base;
    }

    private Collection<KiePackage> compile(String name) {
        return Compiler.compile(new TreeMap<>(Map.of(name, files.get(name))));
    }
}
