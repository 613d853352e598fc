package org.prorata.engine;

import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.prorata.policy.Policies;

/** An immutable version of rules and tables, compiled and safe to share between threads. Built and swapped, never changed. */
public final class RuleBook {

    /** What stored texts are compiled with; the texts themselves stay. */
    private static final Renames RENAMES = Renames.shipped();

    private final BookSource source;
    private final InternalKnowledgeBase base;
    private final BookPolicies policies;
    private final RulePackages packages;
    private final Evaluator evaluator;
    /** Worked out when first asked: a book that is only tried needs none. */
    private volatile String version;

    private RuleBook(BookSource source, InternalKnowledgeBase base, BookPolicies policies, RulePackages packages) {
        this.source = source;
        this.base = base;
        this.policies = policies;
        this.packages = packages;
        this.evaluator = new Evaluator(base, policies);
    }

    /**
     * Compiles a book at run time.
     *
     * @throws IllegalArgumentException when a rule does not compile
     */
    public static RuleBook compile(BookSource source) {
        return compile(source, RENAMES);
    }

    static RuleBook compile(BookSource source, Renames renames) {
        TreeMap<String, String> files = new TreeMap<>(renames.applied(source.rules()));
        files.putAll(Compiler.tableRules(source.tables()));
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(Compiler.compile(files));
        return new RuleBook(source, base, new BookPolicies(base, source.tables()), new RulePackages(renames.applied(source.rules())));
    }

    /** The book that the program brings along, compiled ahead of time. */
    public static RuleBook shipped() {
        BookSource source = ShippedBook.source();
        InternalKnowledgeBase base = ShippedBook.base();
        return new RuleBook(source, base, new BookPolicies(base, source.tables()), new RulePackages(RENAMES.applied(source.rules())));
    }

    /**
     * The book of a changed source with the same sheets. Only what changed is compiled: rule files that changed,
     * and of the tables the rows whose keys or days did; values change without compiling anything.
     *
     * @throws IllegalArgumentException when a rule does not compile
     */
    public RuleBook with(BookSource changed) {
        InternalKnowledgeBase rules = changed.rules().equals(source.rules()) ? base : packages.base(RENAMES.applied(changed.rules()));
        return new RuleBook(changed, rules, policies.with(changed.tables()), packages);
    }

    public BookSource source() {
        return source;
    }

    /** The book's name: the hash of rules, tables and calculation version. */
    public String version() {
        if (version == null) {
            version = source.version();
        }
        return version;
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    public Policies policies() {
        return policies;
    }

    /** The same tables for who reads rows in another way than the subjects do: answers are kept as they were read first. */
    public Policies apart() {
        return policies.apart();
    }
}
