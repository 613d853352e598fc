package org.prorata.store.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prorata.contract.Contract;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.store.base.ContractRange;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Recordings;
import org.prorata.store.base.Session;
import org.prorata.store.facts.FactTables.OfInvoice;

/** The facts of all contracts, with every version that was ever told. */
public final class Dossiers {

    /** Contracts whose facts are read or written together. */
    public static final int CHUNK = 500;

    private final Session session;

    public Dossiers(Session session) {
        this.session = session;
    }

    /**
     * What an import came to.
     *
     * @param recording the recording under which it stands, 0 when it brought nothing new
     * @param versions  rows added over all tables of facts
     */
    public record RecordingCounts(long recording, int added, int changed, int unchanged, long versions) {

        public int dossiers() {
            return added + changed + unchanged;
        }
    }

    /**
     * Stores what the dossiers tell that is not known yet, all of it or, when anything fails, nothing. Dossiers are taken
     * one chunk at a time, each contract once.
     */
    public RecordingCounts record(Iterable<Dossier> dossiers, String source) {
        return session.tx().execute(status -> {
            Recordings.lock(session);
            Recording recording = new Recording(source);
            Map<String, Dossier> chunk = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            for (Dossier dossier : dossiers) {
                if (!seen.add(dossier.contract().id())) {
                    throw new IllegalArgumentException(
                            "the contract " + dossier.contract().id() + " is told twice");
                }
                chunk.put(dossier.contract().id(), dossier);
                if (chunk.size() == CHUNK) {
                    recording.take(chunk);
                    chunk.clear();
                }
            }
            recording.take(chunk);
            RecordingCounts recorded = recording.recorded();
            if (recorded.recording() > 0) {
                session.audit()
                        .append(
                                "dossiers.imported",
                                "recording " + recorded.recording(),
                                Map.of(
                                        "source",
                                        source,
                                        "told",
                                        recorded.added() + " new, " + recorded.changed() + " changed"));
            }
            return recorded;
        });
    }

    /** The highest recording whose facts are all there: waits for those that are being stored. */
    public long watermark() {
        return session.tx().execute(status -> {
            // what is being recorded would later appear below the mark
            Recordings.waitForOthers(session);
            return session.client()
                    .sql("select coalesce(max(id), 0) from recording")
                    .query(Long.class)
                    .single();
        });
    }

    /** Ids of known contracts in order, the next ones after {@code after} (empty: the first ones). */
    public List<String> contracts(String after, long known, int limit) {
        return session.client()
                .sql("""
                select distinct contract_id from contract where contract_id > ? and recording <= ?
                order by contract_id limit ?""")
                .param(after)
                .param(known)
                .param(limit)
                .query(String.class)
                .list();
    }

    /** Ids of contracts that became known with a recording, in order. */
    public List<String> begun(long recording) {
        return session.client()
                .sql(
                        "select contract_id from contract group by contract_id having min(recording) = ? order by contract_id")
                .param(recording)
                .query(String.class)
                .list();
    }

    /** The terms that any contract known has or had. */
    public Set<String> terms() {
        return new HashSet<>(session.client()
                .sql("select distinct terms from contract")
                .query(String.class)
                .list());
    }

    /** The facts of one contract as known at a recording. */
    public Optional<Dossier> read(String contract, long known) {
        return read(List.of(contract), known).stream().findFirst();
    }

    /** The facts of contracts as known at a recording, in the order of the ids; unknown contracts are left out. */
    public List<Dossier> read(Collection<String> contracts, long known) {
        ContractRange among = ContractRange.of(session, contracts);
        Map<String, List<ContractFact>> heads = live(FactTables.CONTRACT, among, known);
        var customers = live(FactTables.CUSTOMER, among, known);
        var items = live(FactTables.ITEM, among, known);
        var others = live(FactTables.OTHER_CONTRACT, among, known);
        var billed = live(FactTables.BILLED_BEFORE, among, known);
        var invoices = live(FactTables.INVOICE_RECEIVED, among, known);
        var payments = live(FactTables.PAYMENT_RECEIVED, among, known);
        var claims = live(FactTables.CLAIMED_BEFORE, among, known);
        var costs = live(FactTables.RECOVERY_COST, among, known);
        var events = live(FactTables.EVENT, among, known);
        List<Dossier> dossiers = new ArrayList<>(contracts.size());
        for (String id : contracts) {
            for (ContractFact head : of(heads, id)) {
                Contract c = head.contract();
                dossiers.add(new Dossier(
                        head.terms(),
                        head.language(),
                        head.currency(),
                        head.statutes(),
                        of(customers, id).get(0),
                        c.withItems(of(items, id)),
                        of(others, id),
                        head.billedStated() ? Optional.of(of(billed, id)) : Optional.empty(),
                        invoices(of(invoices, id), of(payments, id), of(claims, id), of(costs, id)),
                        of(events, id)));
            }
        }
        return dossiers;
    }

    private <T> Map<String, List<T>> live(FactTable<T> table, ContractRange contracts, long known) {
        Map<String, List<T>> live = new HashMap<>();
        table.known(session, contracts, known).forEach((id, versions) -> {
            List<T> facts = new ArrayList<>(versions.size());
            for (NewestFact<T> version : versions) {
                if (!version.removed()) {
                    facts.add(version.fact());
                }
            }
            live.put(id, facts);
        });
        return live;
    }

    private static <T> List<T> of(Map<String, List<T>> facts, String contract) {
        return facts.getOrDefault(contract, List.of());
    }

    private static List<Invoice> invoices(
            List<Invoice> bare,
            List<OfInvoice<Invoice.Payment>> payments,
            List<OfInvoice<Invoice.Claimed>> claims,
            List<OfInvoice<Invoice.Cost>> costs) {
        if (payments.isEmpty() && claims.isEmpty() && costs.isEmpty()) {
            return bare;
        }
        return bare.stream()
                .map(i -> new Invoice(
                        i.id(),
                        i.issued(),
                        i.due(),
                        i.amount(),
                        i.disputed(),
                        ofInvoice(i.id(), payments),
                        ofInvoice(i.id(), claims),
                        costs.isEmpty()
                                ? i.supply()
                                : new Invoice.Supply(
                                        i.supply().first(),
                                        i.supply().last(),
                                        i.supply().periodic(),
                                        ofInvoice(i.id(), costs))))
                .toList();
    }

    private static <T> List<T> ofInvoice(String invoice, List<OfInvoice<T>> facts) {
        return facts.stream()
                .filter(each -> each.invoice().equals(invoice))
                .map(OfInvoice::fact)
                .toList();
    }

    /** One import under way. */
    private final class Recording {
        private final String source;
        private long id;
        private int added;
        private int changed;
        private int unchanged;
        private long versions;

        Recording(String source) {
            this.source = source;
        }

        void take(Map<String, Dossier> chunk) {
            if (chunk.isEmpty()) {
                return;
            }
            Set<String> before = new HashSet<>(FactTables.CONTRACT
                    .known(session, chunk.keySet(), Long.MAX_VALUE)
                    .keySet());
            Set<String> touched = new HashSet<>();
            FactTables.ALL.forEach(table -> take(table, chunk, touched));
            for (String contract : chunk.keySet()) {
                if (!touched.contains(contract)) {
                    unchanged++;
                } else if (before.contains(contract)) {
                    changed++;
                } else {
                    added++;
                }
            }
        }

        private <T> void take(FactTable<T> table, Map<String, Dossier> chunk, Set<String> touched) {
            Map<String, List<NewestFact<T>>> known = table.known(session, chunk.keySet(), Long.MAX_VALUE);
            Map<String, Set<Integer>> elsewhere = fromFeeds(table, chunk.keySet());
            CopyRows rows = table.rows();
            chunk.forEach((contract, dossier) -> {
                for (NewestFact<T> version : NewVersions.between(
                        known.getOrDefault(contract, List.of()),
                        table.facts().apply(dossier),
                        table.identity(),
                        elsewhere.getOrDefault(contract, Set.of()))) {
                    table.add(rows, contract, id(), version);
                    touched.add(contract);
                }
            });
            versions += rows.count();
            rows.send(session);
        }

        /** By contract the numbers of facts that came in as rows of a feed, of which a dossier need not know. */
        private Map<String, Set<Integer>> fromFeeds(FactTable<?> table, Set<String> contracts) {
            Map<String, Set<Integer>> numbers = new HashMap<>();
            if (FactTables.OF_FEEDS.contains(table)) {
                session.client()
                        .sql("select contract_id, number from " + table.name()
                                + " where contract_id = any(?) and external_id is not null")
                        .param(contracts.toArray(String[]::new))
                        .query(row -> {
                            numbers.computeIfAbsent(row.getString(1), id -> new HashSet<>())
                                    .add(row.getInt(2));
                        });
            }
            return numbers;
        }

        private long id() {
            if (id == 0) {
                id = Recordings.open(session, source);
            }
            return id;
        }

        RecordingCounts recorded() {
            return new RecordingCounts(id, added, changed, unchanged, versions);
        }
    }
}
