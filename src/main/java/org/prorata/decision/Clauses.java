package org.prorata.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clause ids of proposals: those that begin the rule's name, if any, then those of the table rows. */
public final class Clauses {

    private static final Pattern LEADING = Pattern.compile("\\G([A-Z]{1,2}(?:-[A-Z0-9]+)+)\\s+");
    private static final Map<String, List<String>> BY_RULE = new ConcurrentHashMap<>();

    private Clauses() {}

    /** The clause ids at the beginning of a rule's name; none where the row that it reads carries the clause. */
    public static List<String> ofRule(String rule) {
        List<String> known = BY_RULE.get(rule);
        return known != null ? known : BY_RULE.computeIfAbsent(rule, Clauses::parse);
    }

    /** The clause ids of a proposal, without repetition. */
    public static List<String> of(Proposal<?> proposal) {
        List<String> leading = ofRule(proposal.rule());
        if (proposal.rows().isEmpty()) {
            return leading;
        }
        Set<String> all = new LinkedHashSet<>(leading);
        proposal.rows().forEach(row -> all.addAll(row.clauses()));
        return List.copyOf(all);
    }

    private static List<String> parse(String rule) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = LEADING.matcher(rule);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return List.copyOf(ids);
    }
}
