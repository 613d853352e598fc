package org.prorata.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.CompiledBooks;
import org.prorata.book.engine.RuleBook;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Refused;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.ledger.Document;
import org.prorata.ledger.NewBill;
import org.prorata.ledger.Run;
import org.prorata.run.BillPass;
import org.prorata.run.ChunkWork;
import org.prorata.run.LatePass;
import org.prorata.run.Meter;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Documents;
import org.prorata.store.runs.Runs;

/**
 * Computes documents again from what was known when they were made: the facts as of the run's recording, what was billed
 * before it, and the rules and tables of its book. The answer is the same text or the first line that differs.
 */
public final class Replay {

    /** Compiled books kept; documents are replayed run by run, so that few are needed at a time. */
    private static final int BOOKS = 3;

    private final Session session;
    private final Documents documents;
    private final Runs runs;
    private final Map<String, RuleBook> books = new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleBook> eldest) {
            return size() > BOOKS;
        }
    };

    public Replay(Session session) {
        this.session = session;
        this.documents = new Documents(session);
        this.runs = new Runs(session);
    }

    /** How a replay came out. */
    public enum Verdict {
        SAME,
        DIFFERS,
        OTHER_CALCULATION
    }

    /**
     * The replay of one document.
     *
     * @param message  what differs, null when nothing does
     * @param stored   the first decision that differs as stored, or null
     * @param computed the same as computed now, or null
     */
    public record Outcome(
            String document,
            Verdict verdict,
            @Nullable String message,
            @Nullable String stored,
            @Nullable String computed) {}

    /** How many documents came out how. */
    public record Summary(long same, long differing, long otherCalculation) {}

    /**
     * Replays one invoice, credit note or debit note.
     *
     * @throws Refused when there is no such document
     */
    public Outcome document(String name) {
        Document document = documents.find(name).orElseThrow(() -> new Refused("document.unknown", name));
        return document.cancels() != null
                ? cancelling(document)
                : of(runs.named(madeBy(document)), List.of(document)).get(0);
    }

    private static long madeBy(Document document) {
        return Objects.requireNonNull(document.run(), "only a note that cancels is made by no run");
    }

    /** Replays all documents of all runs; {@code each} is told every outcome. */
    public Summary all(Consumer<Outcome> each) {
        long[] verdicts = new long[Verdict.values().length];
        for (Run run : runs.all()) {
            String last = "";
            for (List<String> ids = documents.contractsOfRun(run.id(), last, Dossiers.CHUNK);
                    !ids.isEmpty();
                    ids = documents.contractsOfRun(run.id(), last, Dossiers.CHUNK)) {
                last = ids.get(ids.size() - 1);
                for (Outcome outcome : of(run, documents.ofRun(run.id(), ids))) {
                    verdicts[outcome.verdict().ordinal()]++;
                    each.accept(outcome);
                }
            }
        }
        long last = 0;
        for (List<Document> notes = documents.cancelling(last, Dossiers.CHUNK);
                !notes.isEmpty();
                notes = documents.cancelling(last, Dossiers.CHUNK)) {
            for (Document note : notes) {
                Outcome outcome = cancelling(note);
                verdicts[outcome.verdict().ordinal()]++;
                each.accept(outcome);
                last = Math.max(last, note.id());
            }
        }
        return new Summary(verdicts[0], verdicts[1], verdicts[2]);
    }

    /** A credit note that cancels an invoice is its exact negative: of what its lines and taxes come to, and of its total. */
    private Outcome cancelling(Document note) {
        Document invoice = documents.find(note.corrects().get(0)).orElseThrow();
        String stored = CancelledText.of(note);
        String computed = CancelledText.negative(invoice);
        return stored.equals(computed)
                ? new Outcome(note.name(), Verdict.SAME, null, null, null)
                : new Outcome(
                        note.name(), Verdict.DIFFERS, "is not the negative of " + invoice.name(), stored, computed);
    }

    private List<Outcome> of(Run run, List<Document> stored) {
        List<String> contracts =
                stored.stream().map(Document::contract).distinct().toList();
        if (run.calculation() != BookSource.CALCULATION) {
            return stored.stream()
                    .map(document -> new Outcome(
                            document.name(),
                            Verdict.OTHER_CALCULATION,
                            "decided by calculation " + run.calculation() + ", this program has calculation "
                                    + BookSource.CALCULATION + " and does not compute it again",
                            null,
                            null))
                    .toList();
        }
        RuleBook book = book(run.book());
        ChunkWork pass = ChunkWork.of(session, run, book, true, new Meter());
        Map<String, List<String>> computed =
                pass instanceof BillPass bill ? computed(bill, contracts) : computed((LatePass) pass, contracts);
        return stored.stream()
                .map(document -> compare(
                        document,
                        computed.getOrDefault(
                                key(document.contract(), document.on()),
                                computed.getOrDefault(document.contract(), List.of()))))
                .toList();
    }

    private RuleBook book(String version) {
        return books.computeIfAbsent(version, v -> CompiledBooks.of(new BookStore(session).load(v)));
    }

    private static String key(String contract, LocalDate on) {
        return on + " " + contract;
    }

    private static Map<String, List<String>> computed(BillPass pass, List<String> contracts) {
        Map<String, List<String>> computed = new HashMap<>();
        for (BillPass.Outcome outcome : pass.outcomes(contracts)) {
            String contract = outcome.bill().dossier().contract().id();
            for (NewBill.NewDocument document : outcome.bill().documents()) {
                List<Decision> all = new ArrayList<>(document.lines());
                all.addAll(document.taxes());
                all.add(document.total());
                computed.put(
                        key(contract, document.on()),
                        all.stream().map(CanonicalJson::of).toList());
            }
            failed(outcome.error(), contract, computed);
        }
        return computed;
    }

    private static Map<String, List<String>> computed(LatePass pass, List<String> contracts) {
        Map<String, List<String>> computed = new HashMap<>();
        for (LatePass.Outcome outcome : pass.outcomes(contracts)) {
            String contract = outcome.note().dossier().contract().id();
            if (outcome.error() == null) {
                computed.put(
                        key(contract, outcome.note().on()),
                        outcome.note().lines().stream()
                                .map(line -> CanonicalJson.of(line.decision()))
                                .toList());
            }
            failed(outcome.error(), contract, computed);
        }
        return computed;
    }

    /** What could be decided once and cannot now differs from its first line on, which says why. */
    private static void failed(CannotDecide error, String contract, Map<String, List<String>> computed) {
        if (error != null) {
            computed.put(contract, List.of(error.code() + ": " + error.getMessage()));
        }
    }

    private static Outcome compare(Document document, List<String> now) {
        List<String> stored = document.decisions();
        if (stored.equals(now)) {
            return new Outcome(document.name(), Verdict.SAME, null, null, null);
        }
        int line = 0;
        while (line < stored.size() && line < now.size() && stored.get(line).equals(now.get(line))) {
            line++;
        }
        @Nullable String was = line < stored.size() ? stored.get(line) : null;
        @Nullable String is = line < now.size() ? now.get(line) : null;
        return new Outcome(
                document.name(), Verdict.DIFFERS, "line " + (line + 1) + " of " + stored.size() + " differs", was, is);
    }
}
