package org.prorata.store.base;

import java.util.Collection;
import java.util.Collections;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Contracts whose rows are read together. Those that hardly any other stands between are read as a range: to follow an index
 * from one key to the next costs far less than to look each key up.
 */
public final class ContractRange {

    /** Fewer are looked up; and when more than one in so many of a range are others, all are. */
    private static final int FEW = 20;

    private final Object[] params;

    private ContractRange(Object... params) {
        this.params = params;
    }

    public static ContractRange of(Session session, Collection<String> contracts) {
        if (contracts.size() >= FEW) {
            String first = Collections.min(contracts);
            String last = Collections.max(contracts);
            int most = contracts.size() + contracts.size() / FEW;
            int found = session.client()
                    .sql("""
                    select count(*) from (select from contract where contract_id between ? and ? group by contract_id limit ?) as known""")
                    .param(first)
                    .param(last)
                    .param(most + 1)
                    .query(Integer.class)
                    .single();
            if (found <= most) {
                return new ContractRange(first, last);
            }
        }
        return new ContractRange((Object) contracts.toArray(String[]::new));
    }

    /** The condition; in a range there may be rows of others. */
    public String sql() {
        return params.length == 1 ? "contract_id = any(?)" : "contract_id between ? and ?";
    }

    public StatementSpec given(StatementSpec statement) {
        StatementSpec given = statement;
        for (Object param : params) {
            given = given.param(param);
        }
        return given;
    }
}
