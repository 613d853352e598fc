package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.prorata.app.Replay;
import org.prorata.app.intake.Importer;
import org.prorata.contract.document.DossierReader;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;

/** Dossiers told to a database, and whether what it made of them can be computed again. */
public final class Told {

    private Told() {}

    /** Records dossiers at once. */
    public static void dossiers(Session session, String... texts) {
        DossierReader reader = new DossierReader(TestBook.terms());
        new Dossiers(session)
                .record(
                        Arrays.stream(texts)
                                .map(text -> reader.read("told.yaml", text.getBytes(StandardCharsets.UTF_8))
                                        .dossier())
                                .toList(),
                        "told");
    }

    /** Records the demo portfolio. */
    public static void portfolio(Session session) {
        new Importer(session, new DossierReader(TestBook.terms())).files(TestBook.portfolio(), "portfolio");
    }

    /** Every document is replayed to the same text. */
    static void replaysTheSame(Session session) {
        Replay.Summary summary = new Replay(session)
                .all(outcome -> assertThat(outcome.verdict()).as("%s", outcome).isEqualTo(Replay.Verdict.SAME));
        assertThat(summary.same()).isPositive();
    }
}
