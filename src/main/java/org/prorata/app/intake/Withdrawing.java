package org.prorata.app.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.Problem;
import org.prorata.contract.naming.Visible;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Intake;
import org.prorata.store.facts.Withdrawals;

/** Takes rows back that were imported and turned out wrong, by their ids; nothing is overwritten, and the next run sees it. */
public final class Withdrawing {

    private static final String ID = "id";
    /** Ids that are looked up together. */
    private static final int CHUNK = 20_000;

    private final Session session;
    private final Intake intake;
    private final Withdrawals withdrawals;
    private final Feed feed;

    public Withdrawing(Session session, Feed feed) {
        this.session = session;
        this.intake = new Intake(session);
        this.withdrawals = new Withdrawals(session);
        this.feed = feed;
    }

    /**
     * What it came to.
     *
     * @param problems of the ids that are not known, or withdrawn already
     */
    public record Outcome(long withdrawn, List<Problem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Withdraws all rows that stand under some ids. */
    public Outcome ids(Collection<String> ids, String reason) {
        Map<String, Problem> places = new LinkedHashMap<>();
        ids.forEach(id -> places.put(id, new Problem(feed.title(), 0, "", "", "")));
        return withdraw(places, reason);
    }

    /**
     * Withdraws the rows of a file, such as the one that was imported; only its column {@code id} counts.
     *
     * @throws DossierErrors when it cannot be read to its end, or a row has no id; nothing is withdrawn
     */
    public Outcome file(Path path, String reason) {
        CsvFile file = CsvFile.open(path, feed, List.of(ID));
        int column = file.header().columns().indexOf(ID);
        Map<String, Problem> places = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        file.rows(row -> {
            String id = row.cells().size() > column ? row.cells().get(column).strip() : "";
            OptionalInt unseen = Visible.unseenInId(id);
            if (unseen.isPresent()) {
                problems.add(FileHeader.unseen(path.toString(), row.line(), ID, id, unseen.getAsInt()));
            } else if (id.isEmpty()) {
                problems.add(
                        new Problem(path.toString(), row.line(), ID, "is missing; a text is wanted", "missing-field"));
            } else {
                places.putIfAbsent(id, new Problem(path.toString(), row.line(), ID, "", ""));
            }
        });
        if (!problems.isEmpty()) {
            throw new DossierErrors(problems.subList(0, Math.min(problems.size(), Incoming.SHOWN)));
        }
        return withdraw(places, reason);
    }

    private Outcome withdraw(Map<String, Problem> places, String reason) {
        List<String> all = List.copyOf(places.keySet());
        return intake.inTurn(() -> {
            long[] recording = new long[1];
            LongSupplier once = () -> recording[0] != 0
                    ? recording[0]
                    : (recording[0] = intake.recording(feed.title() + " withdraw: " + reason));
            List<Problem> problems = new ArrayList<>();
            long withdrawn = 0;
            for (int from = 0; from < all.size(); from += CHUNK) {
                List<String> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
                Map<String, LocalDate> before = withdrawals.days(feed.title(), chunk);
                Set<String> stood = new HashSet<>(withdrawals.withdraw(feed.title(), chunk, reason, once));
                withdrawn += stood.size();
                for (String id : chunk) {
                    if (!stood.contains(id)) {
                        Problem place = places.get(id);
                        problems.add(
                                before.containsKey(id)
                                        ? new Problem(
                                                place.file(),
                                                place.line(),
                                                place.path(),
                                                FileHeader.quote(id) + " was withdrawn already, on " + before.get(id)
                                                        + "; a row is withdrawn once, and what was imported since under its id again",
                                                "withdrawn-already")
                                        : new Problem(
                                                place.file(),
                                                place.line(),
                                                place.path(),
                                                FileHeader.quote(id) + " is not the id of a row of " + feed.title()
                                                        + " that was imported",
                                                "unknown-id"));
                    }
                }
            }
            if (withdrawn > 0) {
                session.audit()
                        .append(
                                feed.title() + ".withdrawn",
                                "recording " + recording[0],
                                Map.of("rows", withdrawn, "reason", reason));
            }
            return new Outcome(withdrawn, problems);
        });
    }
}
