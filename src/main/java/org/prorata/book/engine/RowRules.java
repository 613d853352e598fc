package org.prorata.book.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Table;
import org.prorata.decision.policy.Query;
import org.prorata.decision.policy.Row;

/**
 * The rules of one table's rows. Each row is a rule of its own, so that of an edited table only the rows are compiled
 * whose keys or days changed; the others answer as they did.
 */
final class RowRules {

    private final KieBase base;
    /** What the rule of each row in the base was made of, by row number. */
    private final Map<Integer, List<Object>> compiled;
    /** Rows of the base that no longer stand so. */
    private final Set<Integer> stale;
    /** The rows that stand so now; null when there are none. */
    private final KieBase changed;

    /** @param base holds the rules of the table's rows, perhaps among others */
    RowRules(KieBase base, Table table) {
        this(base, selections(table), Set.of(), null);
    }

    private RowRules(KieBase base, Map<Integer, List<Object>> compiled, Set<Integer> stale, KieBase changed) {
        this.base = base;
        this.compiled = compiled;
        this.stale = stale;
        this.changed = changed;
    }

    /** The rules of the same table with other content. */
    RowRules with(Table table) {
        Map<Integer, List<Object>> wanted = selections(table);
        Set<Integer> gone = new HashSet<>(compiled.keySet());
        gone.removeIf(number -> compiled.get(number).equals(wanted.get(number)));
        List<Row> other = table.rows().stream()
                .filter(row -> !wanted.get(row.ref().row())
                        .equals(compiled.get(row.ref().row())))
                .toList();
        return new RowRules(base, compiled, gone, other.isEmpty() ? null : compile(new Table(table.sheet(), other)));
    }

    private static KieBase compile(Table table) {
        InternalKnowledgeBase made = KnowledgeBaseFactory.newKnowledgeBase();
        made.addPackages(Compiler.compile(new TreeMap<>(Map.of(table.sheet().id() + ".drl", TableRules.drl(table)))));
        return made;
    }

    /** All of each row that its rule is made of. */
    private static Map<Integer, List<Object>> selections(Table table) {
        Map<Integer, List<Object>> all = new HashMap<>();
        List<String> keys = table.sheet().columns().stream()
                .filter(column -> column.role() == Column.ColumnRole.KEY)
                .map(Column::name)
                .toList();
        for (Row row : table.rows()) {
            List<Object> selection = new ArrayList<>();
            keys.forEach(key -> selection.add(row.values().get(key)));
            all.put(row.ref().row(), selection);
        }
        return all;
    }

    /** Numbers of the rows that answer a query. */
    List<Integer> hits(Query query) {
        ask(base, query);
        query.hits().removeAll(stale);
        if (changed != null) {
            ask(changed, query);
        }
        return query.hits();
    }

    private static void ask(KieBase rules, Query query) {
        KieSession session = rules.newKieSession();
        try {
            session.insert(query);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
