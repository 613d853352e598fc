package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.access.AccessRight;
import org.prorata.decision.explain.Sentences;
import org.prorata.documents.ImpactFiles;
import org.prorata.documents.RunFiles;
import org.prorata.ledger.Impact;
import org.prorata.ledger.ResultTable;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.runs.RunRows;
import org.prorata.store.runs.StoredImpact;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata run export}: what a run made, for spreadsheet programs. */
@Command(
        name = "export",
        description = "Writes what a run or preview made: documents, lines, tax, and what is parked.",
        mixinStandardHelpOptions = true)
final class RunExport extends DatabaseCommand {

    @Parameters(paramLabel = "RUN", description = "The number of the run or preview.")
    private long run;

    @ArgGroup(multiplicity = "1")
    private ExportPlace where;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Language of the workbook of an impact: ${COMPLETION-CANDIDATES};"
                    + " all else has names and codes.")
    private Evaluate.Language language = Evaluate.Language.en;

    /** Exactly one of them. */
    static final class ExportPlace {

        @Option(names = "--xlsx", paramLabel = "FILE", description = "One workbook, a sheet for each.")
        private Path xlsx;

        @Option(names = "--csv", paramLabel = "FOLDER", description = "A folder, a file for each.")
        private Path csv;
    }

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Session session) throws IOException {
        RunRows stored = new RunRows(session);
        Run found = stored.whole(run);
        if (found.against() != null) {
            return impact(new StoredImpact(session, found));
        }
        List<ResultTable> tables = stored.parts(found);
        Map<String, Long> counts =
                where.xlsx != null ? RunFiles.workbook(tables, where.xlsx) : RunFiles.csv(tables, where.csv);
        counts.forEach((name, rows) -> out().println(
                        (where.xlsx != null
                                        ? where.xlsx + " " + name
                                        : where.csv.resolve(name + ".csv").toString()) + ": " + rows + " rows"));
        return Status.DONE;
    }

    private int impact(Impact impact) throws IOException {
        if (where.xlsx != null) {
            ImpactFiles.workbook(impact, where.xlsx, new Sentences(Locale.forLanguageTag(language.name())));
        } else {
            ImpactFiles.csv(impact, where.csv);
        }
        out().println((where.xlsx != null ? where.xlsx : where.csv) + ": written");
        return Status.DONE;
    }
}
