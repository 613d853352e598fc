package org.prorata.app.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.Problem;
import org.prorata.contract.document.RowText;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Intake;

/**
 * Takes a file into the database: it is read once to its end, and only then are its rows stored, chunk by chunk, each with
 * a recording of its own. Good rows are stored once, whatever else the file holds; a file that broke off is given again.
 */
public final class Incoming {

    /** Problems that are shown. */
    public static final int SHOWN = 20;

    private static final int CHUNK = 20_000;

    private final Session session;
    private final Intake intake;
    private final Feed feed;
    private final Horizon horizon;
    private final int chunk;

    /** @param today the day of the import, against which mistyped years are told */
    public Incoming(Session session, Feed feed, LocalDate today) {
        this(session, feed, today, CHUNK);
    }

    Incoming(Session session, Feed feed, LocalDate today, int chunk) {
        this.session = session;
        this.intake = new Intake(session);
        this.feed = feed;
        this.horizon = new Horizon(today);
        this.chunk = chunk;
    }

    /**
     * Imports a file.
     *
     * @param rejects where the rows go that are not stored, or null
     * @throws DossierErrors when the file cannot be read to its end or has other columns; nothing is stored
     */
    public Received receive(Path path, @Nullable Path rejects) {
        CsvFile file = CsvFile.open(path, feed);
        file.check();
        try (Rejects written = rejects == null ? null : Rejects.open(rejects, file)) {
            return new Pass<>(file, written, receiver()).over();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same answers without storing anything. */
    public Received check(Path path, @Nullable Path rejects) {
        return intake.trial(() -> receive(path, rejects));
    }

    /** A new one for each file: what it keeps from chunk to chunk holds only if all of them are stored. */
    private Receiver<?> receiver() {
        return feed == Feed.PAYMENTS
                ? new PaymentReceiver(session, intake, horizon)
                : new EventReceiver(session, feed, intake, horizon);
    }

    /** Rows that are stored together: an answer for those that can't be read, and what is prepared of the others. */
    private record Chunk<P>(List<CsvRow> rows, List<RowAnswer> answers, P prepared) {}

    /** One file on its way. */
    private final class Pass<P> {

        private final CsvFile file;
        private final Rejects rejects;
        private final Receiver<P> receiver;
        private final List<Problem> shown = new ArrayList<>();
        private final long[] counts = new long[RowAnswer.Kind.values().length];

        Pass(CsvFile file, Rejects rejects, Receiver<P> receiver) {
            this.file = file;
            this.rejects = rejects;
            this.receiver = receiver;
        }

        Received over() {
            try (Ahead<Chunk<P>> ahead = new Ahead<>("read " + file.path().getFileName(), this::read)) {
                for (Optional<Chunk<P>> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                    store(next.get());
                }
            }
            return new Received(
                    LongStream.of(counts).sum(),
                    count(RowAnswer.Kind.STORED),
                    count(RowAnswer.Kind.KNOWN),
                    count(RowAnswer.Kind.REJECTED),
                    shown);
        }

        private void read(Consumer<Chunk<P>> each) {
            List<CsvRow> rows = new ArrayList<>();
            file.rows(row -> {
                rows.add(row);
                if (rows.size() == chunk) {
                    each.accept(prepared(List.copyOf(rows)));
                    rows.clear();
                }
            });
            if (!rows.isEmpty()) {
                each.accept(prepared(rows));
            }
        }

        private Chunk<P> prepared(List<CsvRow> rows) {
            Written written = new Written(file.separator() == ';');
            List<RowAnswer> answers = new ArrayList<>(rows.size());
            List<RowText> readable = new ArrayList<>(rows.size());
            for (CsvRow row : rows) {
                try {
                    readable.add(file.header().row(row, written));
                    answers.add(null);
                } catch (DossierErrors e) {
                    answers.add(RowAnswer.rejected(e.problems()));
                }
            }
            return new Chunk<>(rows, answers, receiver.prepare(readable));
        }

        private void store(Chunk<P> chunk) {
            List<CsvRow> rows = chunk.rows();
            String source = feed.title() + " import " + file.path().getFileName() + ", lines "
                    + rows.get(0).line() + " to " + rows.get(rows.size() - 1).line();
            List<RowAnswer> taken = intake.inTurn(() -> receiver.take(chunk.prepared(), source));
            int next = 0;
            for (int i = 0; i < rows.size(); i++) {
                RowAnswer answer = chunk.answers().get(i);
                tell(rows.get(i), answer == null ? taken.get(next++) : answer);
            }
        }

        private void tell(CsvRow row, RowAnswer answer) {
            counts[answer.kind().ordinal()]++;
            if (answer.kind() == RowAnswer.Kind.REJECTED) {
                if (count(answer.kind()) <= SHOWN) {
                    shown.addAll(answer.problems());
                }
                if (rejects != null) {
                    rejects.add(row, answer.problems());
                }
            }
        }

        private long count(RowAnswer.Kind kind) {
            return counts[kind.ordinal()];
        }
    }
}
