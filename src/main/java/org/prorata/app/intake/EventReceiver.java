package org.prorata.app.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prorata.contract.Contradictions;
import org.prorata.contract.Event;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.Problem;
import org.prorata.contract.document.RowReader;
import org.prorata.contract.document.RowText;
import org.prorata.contract.naming.RecordFields;
import org.prorata.store.base.Session;
import org.prorata.store.facts.IncomingEvents;
import org.prorata.store.facts.IncomingEvents.ToldEvent;
import org.prorata.store.facts.Intake;

/** Usage and other events of contracts. */
final class EventReceiver implements Receiver<List<EventReceiver.ReadRow>> {

    private static final Set<String> OTHERS = Set.of("id", "contract");

    private final Feed feed;
    private final Intake intake;
    private final Horizon horizon;
    private final IncomingEvents events;

    EventReceiver(Session session, Feed feed, Intake intake, Horizon horizon) {
        this.feed = feed;
        this.intake = intake;
        this.horizon = horizon;
        this.events = new IncomingEvents(session);
    }

    /** A row with what it tells, or with its problems. */
    record ReadRow(RowText row, ToldEvent told, List<Problem> problems) {}

    @Override
    public List<ReadRow> prepare(List<RowText> rows) {
        Map<String, RowReader> readers = new HashMap<>();
        events.holders(cells(rows, "contract"))
                .forEach((contract, holder) -> readers.put(contract, new RowReader(holder.currency(), holder.items())));
        List<ReadRow> readings = new ArrayList<>(rows.size());
        for (RowText row : rows) {
            try {
                readings.add(new ReadRow(row, read(row, readers), List.of()));
            } catch (DossierErrors e) {
                readings.add(new ReadRow(row, null, e.problems()));
            }
        }
        return readings;
    }

    @Override
    public List<RowAnswer> take(List<ReadRow> readings, String source) {
        RowIdentity<ToldEvent> identity = new RowIdentity<>(EventReceiver::content);
        events.stored(
                        feed.title(),
                        readings.stream()
                                .filter(reading -> reading.told() != null)
                                .map(reading -> reading.told().id())
                                .toList())
                .forEach(identity::stored);
        Consistent consistent = new Consistent(readings);
        List<RowAnswer> answers = new ArrayList<>(readings.size());
        List<ToldEvent> fresh = new ArrayList<>();
        for (ReadRow reading : readings) {
            ToldEvent told = reading.told();
            RowAnswer answer =
                    told == null ? RowAnswer.rejected(reading.problems()) : identity.of(told.id(), reading.row(), told);
            if (answer == null) {
                answer = consistent.answer(reading.row(), told);
            }
            if (answer == null) {
                identity.first(told.id(), reading.row(), told);
                fresh.add(told);
            }
            answers.add(answer == null ? RowAnswer.STORED : answer);
        }
        if (!fresh.isEmpty()) {
            events.add(feed.title(), fresh, intake.recording(source));
        }
        return answers;
    }

    /** The events of the contracts of a chunk, none of which may contradict another. */
    private final class Consistent {

        private final Map<String, Contradictions<String>> contracts = new HashMap<>();

        Consistent(List<ReadRow> readings) {
            events.standing(readings.stream()
                            .map(ReadRow::told)
                            .filter(told -> told != null && concerned(told))
                            .map(ToldEvent::contract)
                            .collect(Collectors.toSet()))
                    .forEach((contract, standing) -> standing.forEach(one -> of(contract)
                            .take(
                                    one.event(),
                                    one.id() == null
                                            ? " in the dossier"
                                            : " under the id " + FileHeader.quote(one.id()))));
        }

        /** A rejection, or null for an event that fits. */
        RowAnswer answer(RowText row, ToldEvent told) {
            Contradictions.Clash<String> clash =
                    concerned(told) ? of(told.contract()).take(told.event(), " on line " + row.line()) : null;
            return clash == null
                    ? null
                    : RowAnswer.rejected(List.of(
                            row.problem(clash.field(), "contradiction", clash.message(clash.place(), " here"))));
        }

        private Contradictions<String> of(String contract) {
            return contracts.computeIfAbsent(contract, id -> new Contradictions<>());
        }

        private static boolean concerned(ToldEvent told) {
            return Contradictions.CONCERNED.contains(told.event().getClass());
        }
    }

    private ToldEvent read(RowText row, Map<String, RowReader> readers) {
        String id = RowReader.text(row, "id");
        String contract = RowReader.text(row, "contract");
        RowReader reader = readers.get(contract);
        if (reader == null) {
            throw new DossierErrors(List.of(row.problem(
                    "contract",
                    "unknown-contract",
                    FileHeader.quote(contract) + " is not a known contract; prorata import makes contracts known")));
        }
        if (feed != Feed.USAGE) {
            return new ToldEvent(id, contract, reader.event(row, OTHERS));
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put("event", RecordFields.name(Event.Usage.class));
        Event usage = reader.event(new RowText(row.file(), row.line(), cells), OTHERS);
        horizon.check(row, usage.on());
        return new ToldEvent(id, contract, usage);
    }

    private static Map<String, Object> content(ToldEvent told) {
        Map<String, Object> content = RecordFields.of((Record) told.event());
        content.put("event", RecordFields.name(told.event().getClass()));
        content.put("contract", told.contract());
        return content;
    }

    static Set<String> cells(List<RowText> rows, String column) {
        return rows.stream()
                .map(row -> row.cells().get(column))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
