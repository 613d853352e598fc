package org.prorata.store.backup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tables that no backup carries, each with the reason; the only place to name another one. */
public record LeftOut(String table, String reason) {

    private static final List<Rule> RULES = List.of(
            new Rule("flyway_schema_history", "the migrations that a restore runs write it anew"),
            new Rule(
                    "batch_.*|int_.*|worker",
                    "who works at which part now; a run that goes on hands its parts out anew"));

    /** Tables of a name, which is a regular expression, and why they are left out. */
    private record Rule(Pattern name, String reason) {

        Rule(String name, String reason) {
            this(Pattern.compile(name), reason);
        }
    }

    /** Why a table is left out, if it is. */
    public static Optional<LeftOut> of(String table) {
        return RULES.stream()
                .filter(rule -> rule.name.matcher(table).matches())
                .findFirst()
                .map(rule -> new LeftOut(table, rule.reason));
    }
}
