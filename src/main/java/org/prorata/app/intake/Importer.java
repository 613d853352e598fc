package org.prorata.app.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.DossierReader;
import org.prorata.contract.document.Problem;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.facts.IncomingEvents;

/** Takes dossiers into the database: all files are read and checked first, then all are stored or none. */
public final class Importer {

    private final Dossiers facts;
    private final IncomingEvents events;
    private final DossierReader reader;

    public Importer(Session session, DossierReader reader) {
        this.facts = new Dossiers(session);
        this.events = new IncomingEvents(session);
        this.reader = reader;
    }

    /**
     * Imports files. They are read twice, so that many of them need not be held together.
     *
     * @param source what the recording is called
     * @throws DossierErrors with the errors of all files; nothing is stored
     */
    public Dossiers.RecordingCounts files(List<Path> files, String source) {
        ImportedBefore before = new ImportedBefore(events);
        check(files, reader, before::add);
        before.throwIfContradicted();
        return facts.record(
                () -> new Iterator<>() {
                    private final Iterator<Path> left = files.iterator();

                    @Override
                    public boolean hasNext() {
                        return left.hasNext();
                    }

                    @Override
                    public Dossier next() {
                        return reader.read(left.next()).dossier();
                    }
                },
                source);
    }

    /**
     * @param each told of each dossier that can be read
     * @throws DossierErrors with the errors of all files
     */
    public static void check(List<Path> files, DossierReader reader, BiConsumer<Path, Dossier> each) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> seen = new HashMap<>();
        for (Path file : files) {
            try {
                Dossier dossier = reader.read(file).dossier();
                String contract = dossier.contract().id();
                each.accept(file, dossier);
                Path first = seen.putIfAbsent(contract, file);
                if (first != null) {
                    problems.add(new Problem(
                            file.toString(),
                            0,
                            "contract.id",
                            "\"" + contract + "\" is also the contract of " + first
                                    + "; an import tells each contract once",
                            "duplicate-contract"));
                }
            } catch (DossierErrors e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new DossierErrors(problems);
        }
    }
}
