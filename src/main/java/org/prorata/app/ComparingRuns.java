package org.prorata.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.decision.explain.Sentences;
import org.prorata.documents.ImpactFiles;
import org.prorata.documents.RunFiles;
import org.prorata.ledger.ComparedLines;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.ledger.RunTotal;
import org.prorata.store.base.Session;
import org.prorata.store.runs.RunComparison;
import org.prorata.store.runs.RunRows;
import org.prorata.store.runs.StoredImpact;

/** What runs and previews made, line by line: beside each other, or as files. */
public final class ComparingRuns {

    private final Application application;

    public ComparingRuns(Application application) {
        this.application = application;
    }

    /** A run with what it came to, by currency. */
    public record SummedRun(Run run, List<RunTotal> totals) {}

    /** Two runs. */
    public record TwoRuns(SummedRun a, SummedRun b) {}

    /**
     * Compares two runs.
     *
     * @param each told where they differ, by contract and day
     * @throws RunRefused when there is no such run, its rows are gone, or one bills and the other claims
     */
    public TwoRuns compare(Caller caller, long a, long b, Consumer<ComparedLines> each) {
        Session session = application.session(caller, AccessRight.READ);
        RunRows rows = new RunRows(session);
        Run first = rows.whole(a);
        Run second = rows.whole(b);
        new RunComparison(session).differences(first, second, each);
        return new TwoRuns(new SummedRun(first, rows.sums(first)), new SummedRun(second, rows.sums(second)));
    }

    /**
     * Files written.
     *
     * @param rows by part of the run; empty for an impact, which is written as a whole
     */
    public record WrittenRun(Map<String, Long> rows) {}

    /**
     * Writes a run as one workbook, a sheet for each part.
     *
     * @param sentences in whose language an impact is told
     * @throws RunRefused when there is no such run, or its rows are gone
     */
    public WrittenRun workbook(Caller caller, long id, Path file, Sentences sentences) throws IOException {
        Session session = application.session(caller, AccessRight.READ);
        RunRows rows = new RunRows(session);
        Run run = rows.whole(id);
        if (run.against() != null) {
            ImpactFiles.workbook(new StoredImpact(session, run), file, sentences);
            return new WrittenRun(Map.of());
        }
        return new WrittenRun(RunFiles.workbook(rows.parts(run), file));
    }

    /** Writes it into a folder, a file for each part. */
    public WrittenRun folder(Caller caller, long id, Path folder) throws IOException {
        Session session = application.session(caller, AccessRight.READ);
        RunRows rows = new RunRows(session);
        Run run = rows.whole(id);
        if (run.against() != null) {
            ImpactFiles.csv(new StoredImpact(session, run), folder);
            return new WrittenRun(Map.of());
        }
        return new WrittenRun(RunFiles.csv(rows.parts(run), folder));
    }
}
