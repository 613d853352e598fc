package org.prorata.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.app.intake.Importer;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.HeldImpact;
import org.prorata.ledger.Impact;
import org.prorata.ledger.Progress;
import org.prorata.run.Meter;
import org.prorata.run.TwoBooks;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Claims;

/** The impact of another rule book on files of dossiers, of which nothing is billed or claimed but what they state. */
public final class FilesImpact {

    private FilesImpact() {}

    /**
     * Reads the files twice, so that only what differs is held.
     *
     * @param progress told of contracts, of those that fail and of all
     * @throws org.prorata.contract.document.DossierErrors with the errors of all files
     */
    public static Impact of(
            List<Path> files, DossierReader reader, RuleBook old, RuleBook now, Ask.Bill window, Progress progress) {
        Importer.check(files, reader, (file, dossier) -> {});
        TwoBooks books = new TwoBooks(old, now, window, null, true, new Meter());
        HeldImpact impact = new HeldImpact(old.version(), now.version(), window.from(), window.to());
        long failing = 0;
        for (int i = 0; i < files.size(); i += Dossiers.CHUNK) {
            List<Dossier> dossiers = new ArrayList<>();
            Map<String, BilledToDate> accounts = new HashMap<>();
            Map<String, Claims.Open> open = new HashMap<>();
            for (Path file : files.subList(i, Math.min(files.size(), i + Dossiers.CHUNK))) {
                Dossier dossier = reader.read(file).dossier();
                dossiers.add(dossier);
                accounts.put(dossier.contract().id(), BilledToDate.NONE);
                open.put(dossier.contract().id(), Claims.Open.NONE);
            }
            Impact.Chunk chunk = books.compare(dossiers, accounts, open);
            impact.add(chunk, dossiers.size());
            failing += chunk.parked().size();
            progress.report(i + dossiers.size(), failing, files.size());
        }
        return impact;
    }
}
