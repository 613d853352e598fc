package org.prorata.book.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;

/** Turns the shipped workbooks' text copies into workbooks, and workbooks back into text copies. */
public final class TableTool {

    private static final String USAGE = "usage: twins-to-workbooks DIR | workbooks-to-twins DIR";

    private TableTool() {}

    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out, System.err));
    }

    /** Exit status 0 done, 2 bad input: then nothing is written. */
    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        if (args.length != 2
                || !List.of("twins-to-workbooks", "workbooks-to-twins").contains(args[0])
                || !Files.isDirectory(Path.of(args[1]))) {
            err.println(USAGE);
            return 2;
        }
        try {
            write(Path.of(args[1]), args[0].equals("twins-to-workbooks")).forEach(out::println);
            return 0;
        } catch (WorkbookErrors e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /**
     * Writes the text copies of a folder's workbooks, or its workbooks from text copies.
     *
     * @return the names of the files written
     * @throws WorkbookErrors with everything that is wrong; then nothing is written
     */
    public static List<String> write(Path folder, boolean toWorkbooks) throws IOException {
        Map<String, Tables> read = new LinkedHashMap<>();
        List<Table> helpers = new ArrayList<>();
        List<TableProblem> problems = new ArrayList<>();
        for (Path file : files(folder, toWorkbooks ? ".yaml" : ".xlsx")) {
            String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
            try {
                read.put(
                        name,
                        toWorkbooks
                                ? TextCopy.read(name, Files.readString(file), Shipped.sheets())
                                : Workbooks.read(file, Shipped.sheets()));
                helpers.addAll(
                        toWorkbooks
                                ? TextCopy.helpers(name, Files.readString(file), Shipped.sheets())
                                : Helpers.read(
                                        file.getFileName().toString(), Files.readAllBytes(file), Shipped.sheets()));
            } catch (WorkbookErrors e) {
                problems.addAll(e.problems());
            }
        }
        WorkbookErrors.throwIfAny(problems);
        Tables all = new Tables(
                read.values().stream().flatMap(tables -> tables.all().stream()).toList());
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, Tables> entry : read.entrySet()) {
            Path target = folder.resolve(entry.getKey() + (toWorkbooks ? ".xlsx" : ".yaml"));
            if (toWorkbooks) {
                try (OutputStream book = Files.newOutputStream(target)) {
                    WorkbookWriter.write(all, helpers, entry.getKey(), WorkbookWriter.LANGUAGES, book);
                }
            } else {
                Files.writeString(
                        target, TextCopy.write(entry.getValue(), helpers, entry.getKey()), StandardCharsets.UTF_8);
            }
            written.add(target.getFileName().toString());
        }
        return written;
    }

    private static List<Path> files(Path folder, String kind) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(kind)
                            && !file.getFileName().toString().startsWith("~$"))
                    .sorted()
                    .toList();
        }
    }
}
