package org.prorata.engine;

import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.prorata.policy.Policies;

/** An immutable version of rules and tables, compiled and safe to share between threads. Built and swapped, never changed. */
public final class RuleBook {

    private final BookSource source;
    private final String version;
    private final Policies policies;
    private final Evaluator evaluator;

    private RuleBook(BookSource source, InternalKnowledgeBase base) {
        this.source = source;
        this.version = source.version();
        this.policies = new BookPolicies(base, source.tables());
        this.evaluator = new Evaluator(base, policies);
    }

    /**
     * Compiles a book at run time.
     *
     * @throws IllegalArgumentException when a rule does not compile
     */
    public static RuleBook compile(BookSource source) {
        TreeMap<String, String> files = new TreeMap<>(source.rules());
        files.putAll(Compiler.tableRules(source.tables()));
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(Compiler.compile(files));
        return new RuleBook(source, base);
    }

    /** The book that the program brings along, compiled ahead of time. */
    public static RuleBook shipped() {
        return new RuleBook(ShippedBook.source(), ShippedBook.base());
    }

    public BookSource source() {
        return source;
    }

    /** The book's name: the hash of rules, tables and calculation version. */
    public String version() {
        return version;
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    public Policies policies() {
        return policies;
    }
}
