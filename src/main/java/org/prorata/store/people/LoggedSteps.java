package org.prorata.store.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.AuditEntry;
import org.prorata.store.base.Session;

/**
 * What the audit log says of users, tokens and rule books, held against the rows that stand: who writes into the database behind
 * the program's back has no key to tell the log.
 */
final class LoggedSteps {

    private static final Set<String> STEPS = Set.of(
            "tables.proposed",
            "tables.approved",
            "tables.rejected",
            "tables.activated",
            "tables.rolled_back",
            "token.created");

    /** Each row with the entry that tells of it. */
    private static final String ROWS = """
            select 'proposal ' || id || ' by ' || author, 'tables.proposed proposal ' || id || ' ' || author || ' ' || book from proposal
            union all
            select 'the ' || case when approved then 'approval' else 'rejection' end || ' of proposal ' || proposal || ' by ' || by_whom,
                   case when approved then 'tables.approved' else 'tables.rejected' end || ' proposal ' || proposal || ' ' || by_whom || ' '
            from approval
            union all
            select 'activation ' || id || ' by ' || by_whom,
                   case when back_to is null then 'tables.activated' else 'tables.rolled_back' end || ' activation ' || id || ' ' || by_whom || ' '
                   || book || ' ' || from_day
            from activation where follows is not null
            union all
            select 'token ' || id || ' of ' || name, 'token.created token ' || id || ' ' || name || ' ' from identity_token
            order by 1""";

    private final Set<String> told = new HashSet<>();
    private final Map<String, String> roles = new HashMap<>();
    private final Map<String, Boolean> disabled = new HashMap<>();
    private long limits;

    void take(AuditEntry entry) {
        if (STEPS.contains(entry.action())) {
            Map<?, ?> detail = (Map<?, ?>) Json.read(entry.detail());
            told.add(entry.action()
                    + ' '
                    + entry.subject()
                    + ' '
                    + entry.actor()
                    + ' '
                    + Objects.requireNonNullElse(detail.get("book"), "")
                    + (detail.get("from") == null ? "" : " " + detail.get("from")));
        } else if (Set.of("user.added", "user.roles").contains(entry.action())) {
            roles.put(entry.subject(), String.valueOf(((Map<?, ?>) Json.read(entry.detail())).get("roles")));
        } else if (Set.of("user.disabled", "user.enabled").contains(entry.action())) {
            disabled.put(entry.subject(), entry.action().equals("user.disabled"));
        } else if (entry.action().equals("tables.limit")) {
            limits++;
        }
    }

    /** Rows that stand and that no entry tells of. */
    List<String> untold(Session session) {
        List<String> untold = new ArrayList<>();
        session.client().sql(ROWS).query(row -> {
            if (!told.contains(row.getString(2))) {
                untold.add(row.getString(1) + " stands, but no entry tells of it");
            }
        });
        for (Identities.Entry each : new Identities(session).all()) {
            String user = "user " + each.name();
            String has = Identities.words(each.roles());
            if (!has.equals(roles.get(user))) {
                untold.add(user + " has the roles " + shown(has) + ", but the log gave it "
                        + (roles.get(user) == null ? "none" : shown(roles.get(user))));
            }
            if (disabled.getOrDefault(user, false) != (each.disabled() != null)) {
                untold.add(user + " is " + (each.disabled() == null ? "enabled" : "disabled")
                        + ", but no entry tells of it");
            }
        }
        long set = session.client()
                .sql("select count(*) from portfolio_limit")
                .query(Long.class)
                .single();
        if (set > limits) {
            untold.add("limits were set " + set + " times, but " + limits + " entries tell of it");
        }
        return untold;
    }

    private static String shown(String roles) {
        return roles.isEmpty() ? "none" : roles.replace(' ', ',');
    }
}
