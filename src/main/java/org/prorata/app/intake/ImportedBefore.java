package org.prorata.app.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.contract.Contradictions;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.Problem;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.facts.IncomingEvents;
import org.prorata.store.facts.IncomingEvents.StandingEvent;

/** Holds dossiers against the events that came in by rows: these stay beside what a dossier tells and may contradict it. */
final class ImportedBefore {

    private final IncomingEvents events;
    private final Map<Path, Dossier> waiting = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ImportedBefore(IncomingEvents events) {
        this.events = events;
    }

    void add(Path file, Dossier dossier) {
        if (dossier.events().stream().anyMatch(event -> Contradictions.CONCERNED.contains(event.getClass()))) {
            waiting.put(file, dossier);
            if (waiting.size() == Dossiers.CHUNK) {
                compare();
            }
        }
    }

    /** @throws DossierErrors with every contradiction of the dossiers added */
    void throwIfContradicted() {
        compare();
        if (!problems.isEmpty()) {
            throw new DossierErrors(problems);
        }
    }

    private void compare() {
        Map<String, List<StandingEvent>> standing = events.standing(
                waiting.values().stream().map(one -> one.contract().id()).toList());
        waiting.forEach((file, dossier) ->
                compare(file, dossier, standing.getOrDefault(dossier.contract().id(), List.of())));
        waiting.clear();
    }

    private void compare(Path file, Dossier dossier, List<StandingEvent> standing) {
        Contradictions<String> all = new Contradictions<>();
        // what an export told of them is the same event, not another one
        Set<Event> here = new HashSet<>(dossier.events());
        standing.stream()
                .filter(one -> one.id() != null && !here.contains(one.event()))
                .forEach(one ->
                        all.take(one.event(), " under the id \"" + one.id() + "\" of " + one.feed() + " import"));
        for (int i = 0; i < dossier.events().size(); i++) {
            Contradictions.Clash<String> clash = all.take(dossier.events().get(i), "");
            if (clash != null) {
                problems.add(new Problem(
                        file.toString(),
                        0,
                        "events[" + i + "]." + clash.field(),
                        clash.message(clash.place(), " here"),
                        "contradiction"));
            }
        }
    }
}
