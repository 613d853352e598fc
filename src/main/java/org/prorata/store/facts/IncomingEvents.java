package org.prorata.store.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Contradictions;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.contract.naming.RecordFields;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Session;

/** Events that come in as rows, each under the id that its sender gave it. */
public final class IncomingEvents {

    private final Session session;
    private final Tails tails;

    public IncomingEvents(Session session) {
        this.session = session;
        this.tails = new Tails(session, FactTables.EVENT);
    }

    /** A contract as far as an event of it has to know: its currency and items. */
    public record Holder(Currency currency, List<Item> items) {}

    /** An event under the id of its row. */
    public record ToldEvent(String id, String contract, Event event) {}

    /** Those contracts that are known. */
    public Map<String, Holder> holders(Collection<String> contracts) {
        Map<String, List<NewestFact<Item>>> items = FactTables.ITEM.known(session, contracts, Long.MAX_VALUE);
        Map<String, Holder> holders = new HashMap<>();
        FactTables.CONTRACT
                .known(session, contracts, Long.MAX_VALUE)
                .forEach((id, versions) -> versions.stream()
                        .filter(version -> !version.removed())
                        .forEach(version -> holders.put(
                                id,
                                new Holder(
                                        version.fact().currency(),
                                        items.getOrDefault(id, List.of()).stream()
                                                .filter(item -> !item.removed())
                                                .map(NewestFact::fact)
                                                .toList()))));
        return holders;
    }

    /** What stands under ids of a feed, by id. */
    public Map<String, ToldEvent> stored(String feed, Collection<String> ids) {
        Map<String, ToldEvent> stored = new HashMap<>();
        // joined, not by any(): without statistics that would read the whole table
        session.client().sql("""
                select e.external_id, e.contract_id, e.kind, e.payload
                from unnest(?::text[]) as told(id) join event e on e.feed = ? and e.external_id = told.id
                where not exists (select from withdrawal w where w.feed = e.feed and w.external_id = e.external_id and w.turn = e.turn)""").param(ids.toArray(String[]::new)).param(feed).query(row -> {
            stored.put(
                    row.getString(1),
                    new ToldEvent(
                            row.getString(1), row.getString(2), EventText.read(row.getString(3), row.getString(4))));
        });
        return stored;
    }

    /** An event of a contract as it stands; {@code feed} and {@code id} null: it was told by a dossier. */
    public record StandingEvent(String feed, String id, Event event) {}

    /** By contract the events that another could contradict. */
    public Map<String, List<StandingEvent>> standing(Collection<String> contracts) {
        Map<String, List<StandingEvent>> standing = new HashMap<>();
        if (contracts.isEmpty()) {
            return standing;
        }
        session.client()
                .sql("""
                select contract_id, feed, external_id, kind, payload from (
                    select distinct on (contract_id, number) contract_id, kind, payload, removed,
                           max(feed) over same as feed, max(external_id) over same as external_id
                    from event where contract_id = any(?) and kind = any(?)
                    window same as (partition by contract_id, number) order by contract_id, number, recording desc) as newest
                where not removed""")
                .param(contracts.toArray(String[]::new))
                .param(Contradictions.CONCERNED.stream().map(RecordFields::name).toArray(String[]::new))
                .query(row -> {
                    standing.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(new StandingEvent(
                                    row.getString(2),
                                    row.getString(3),
                                    EventText.read(row.getString(4), row.getString(5))));
                });
        return standing;
    }

    /** Stores events behind those that their contracts have, within the transaction of the thread. */
    public void add(String feed, List<ToldEvent> events, long recording) {
        // contract by contract: what is read together lies together, and the index finds its pages warm
        List<ToldEvent> sorted = events.stream()
                .sorted(Comparator.comparing(ToldEvent::contract))
                .toList();
        tails.under(
                recording, sorted.stream().map(ToldEvent::contract).distinct().toList());
        Map<String, Integer> turns = Withdrawals.turns(
                session, feed, sorted.stream().map(ToldEvent::id).toList());
        CopyRows rows = FactTables.EVENT.rows("feed", "external_id", "turn");
        for (ToldEvent told : sorted) {
            FactTables.EVENT.add(
                    rows,
                    told.contract(),
                    recording,
                    tails.next(told.contract(), told.event()),
                    feed,
                    told.id(),
                    turns.getOrDefault(told.id(), 0));
        }
        rows.send(session);
    }
}
