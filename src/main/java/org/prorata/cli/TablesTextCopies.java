package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.prorata.book.workbook.TableTool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata tables text-copies}: text copies of workbooks, or workbooks from them. */
@Command(
        name = "text-copies",
        aliases = "twins",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the text copy (.yaml) of each workbook of a folder beside it, so that changes can be read line by line.",
            "Nothing is written when anything is wrong."
        })
final class TablesTextCopies implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "A folder of workbooks (default: the shipped ones).")
    private Path folder;

    @Option(names = "--to-workbooks", description = "The other way round: workbooks from text copies.")
    private boolean toWorkbooks;

    @Override
    public Integer call() throws IOException {
        TableTool.write(folder == null ? DatabaseCommand.home().resolve("spreadsheets") : folder, toWorkbooks)
                .forEach(spec.commandLine().getOut()::println);
        return Status.DONE;
    }
}
