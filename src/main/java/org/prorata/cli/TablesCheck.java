package org.prorata.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.prorata.tables.Shipped;
import org.prorata.tables.WorkbookErrors;
import org.prorata.tables.Workbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata tables check}: everything that is wrong in workbooks, all in one go. */
@Command(name = "check", description = "Everything that is wrong in workbooks, with cell, what is there and what is allowed.",
        mixinStandardHelpOptions = true)
final class TablesCheck implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Workbooks, or folders of them (default: the shipped ones).")
    private List<Path> paths;

    @Override
    public Integer call() {
        for (Path path : paths == null ? List.of(DatabaseCommand.home().resolve("spreadsheets")) : paths) {
            try {
                Workbooks.read(path, Shipped.sheets());
            } catch (WorkbookErrors e) {
                e.problems().forEach(spec.commandLine().getOut()::println);
                return Status.FAILING;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Status.DONE;
    }
}
