package org.prorata.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Dossier;
import org.prorata.dossier.DossierErrors;
import org.prorata.dossier.DossierReader;
import org.prorata.dossier.Problem;
import org.prorata.store.Database;
import org.prorata.store.Facts;

/** Takes dossiers into the database: all files are read and checked first, then all are stored or none. */
public final class Importer {

    private final Facts facts;
    private final DossierReader reader;

    public Importer(Database database, DossierReader reader) {
        this.facts = new Facts(database);
        this.reader = reader;
    }

    /**
     * Imports files. They are read twice, so that many of them need not be held together.
     *
     * @param source what the recording is called
     * @throws DossierErrors with the errors of all files; nothing is stored
     */
    public Facts.Recorded files(List<Path> files, String source) {
        check(files, reader);
        return facts.record(() -> new Iterator<>() {
            private final Iterator<Path> left = files.iterator();

            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public Dossier next() {
                return reader.read(left.next()).dossier();
            }
        }, source);
    }

    /** @throws DossierErrors with the errors of all files */
    static void check(List<Path> files, DossierReader reader) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> seen = new HashMap<>();
        for (Path file : files) {
            try {
                String contract = reader.read(file).dossier().contract().id();
                Path first = seen.putIfAbsent(contract, file);
                if (first != null) {
                    problems.add(new Problem(file.toString(), 0, "contract.id", "\"" + contract + "\" is also the contract of "
                            + first + "; an import tells each contract once", "duplicate-contract"));
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
