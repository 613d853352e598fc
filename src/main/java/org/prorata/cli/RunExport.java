package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.ComparingRuns;
import org.prorata.decision.explain.Sentences;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata run export}: what a run made, for spreadsheet programs. */
@Command(
        name = "export",
        description = "Writes what a run or preview made: documents, lines, tax, and what is parked.",
        mixinStandardHelpOptions = true)
final class RunExport extends UseCaseCommand {

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
    int run(Application application, Caller caller) throws IOException {
        ComparingRuns runs = new ComparingRuns(application);
        ComparingRuns.WrittenRun written = where.xlsx != null
                ? runs.workbook(caller, run, where.xlsx, new Sentences(Locale.forLanguageTag(language.name())))
                : runs.folder(caller, run, where.csv);
        if (written.rows().isEmpty()) {
            out().println((where.xlsx != null ? where.xlsx : where.csv) + ": written");
        }
        written.rows()
                .forEach((name, rows) -> out().println((where.xlsx != null
                                ? where.xlsx + " " + name
                                : where.csv.resolve(name + ".csv").toString())
                        + ": " + rows
                        + " rows"));
        return Status.DONE;
    }
}
