package org.prorata.store.facts;

import static org.prorata.store.base.Columns.day;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.contract.Told;
import org.prorata.store.base.Session;

/** What was recorded of contracts since they were last billed. */
public final class RecordedSince {

    /** Days of recordings are those of the sellers, whatever the machine's are. */
    private static final String PLACE = "Europe/Paris";

    private final Session session;

    public RecordedSince(Session session) {
        this.session = session;
    }

    /**
     * By contract what was recorded after the facts that its last invoice before a run rests on, the oldest first.
     *
     * @param known the recording up to which facts are known
     */
    public Map<String, List<Told>> since(Collection<String> contracts, long known, long run) {
        Map<String, List<Told>> told = new HashMap<>();
        session.client()
                .sql("""
                with billed as (select contract_id, max(known_at) as known_at from invoice where contract_id = any(:contracts) and run < :run
                                group by contract_id),
                fact as (
                    select contract_id, 'item' as matter, id as subject, null::date as on_day, removed, recording from item
                    union all select contract_id, 'contract', null, null, removed, recording from contract
                    union all select contract_id, kind, payload ->> 'item', on_day, removed, recording from event)
                select distinct f.contract_id, f.matter, f.subject, f.on_day, f.removed, f.recording,
                       (r.recorded_at at time zone :place)::date as recorded
                from billed b join fact f on f.contract_id = b.contract_id and f.recording > b.known_at and f.recording <= :known
                join recording r on r.id = f.recording order by f.contract_id, f.recording, f.matter, f.subject, f.on_day, f.removed""")
                .param("contracts", contracts.toArray(String[]::new))
                .param("run", run)
                .param("known", known)
                .param("place", PLACE)
                .query(row -> {
                    told.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                            .add(new Told(
                                    matter(row.getString("matter")),
                                    row.getString("subject"),
                                    day(row, "on_day"),
                                    row.getBoolean("removed"),
                                    day(row, "recorded")));
                });
        return told;
    }

    private static Told.Matter matter(String kind) {
        for (Told.Matter matter : Told.Matter.values()) {
            if (matter.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return matter;
            }
        }
        return Told.Matter.OTHER_EVENT;
    }
}
