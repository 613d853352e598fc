package org.prorata.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.dossier.DossierReader;
import org.prorata.engine.RuleBook;
import org.prorata.store.Account;
import org.prorata.store.Claims;
import org.prorata.store.Facts;
import org.prorata.store.HeldImpact;
import org.prorata.store.Impact;

/** The impact of another rule book on files of dossiers, of which nothing is billed or claimed but what they state. */
public final class FilesImpact {

    private FilesImpact() {}

    /**
     * Reads the files twice, so that only what differs is held.
     *
     * @param progress told of contracts, of those that fail and of all
     * @throws org.prorata.dossier.DossierErrors with the errors of all files
     */
    public static Impact of(
            List<Path> files, DossierReader reader, RuleBook old, RuleBook now, Ask.Bill window, Progress progress) {
        Importer.check(files, reader, (file, dossier) -> {});
        TwoBooks books = new TwoBooks(old, now, window, null, true, new Meter());
        HeldImpact impact = new HeldImpact(old.version(), now.version(), window.from(), window.to());
        long failing = 0;
        for (int i = 0; i < files.size(); i += Facts.CHUNK) {
            List<Dossier> dossiers = new ArrayList<>();
            Map<String, Account> accounts = new HashMap<>();
            Map<String, Claims.Open> open = new HashMap<>();
            for (Path file : files.subList(i, Math.min(files.size(), i + Facts.CHUNK))) {
                Dossier dossier = reader.read(file).dossier();
                dossiers.add(dossier);
                accounts.put(dossier.contract().id(), Account.NONE);
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
