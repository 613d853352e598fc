package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.workbook.EditedTables;
import org.prorata.store.base.Session;
import picocli.CommandLine.Option;

/** A command that decides files: by the program's own rule book, or by one that is named, with edited workbooks or without. */
abstract class DecidingCommand extends BookCommand {

    private final Supplier<Decider> decider;

    @Option(
            names = "--tables",
            paramLabel = "FILE",
            description = "An edited workbook, or a folder of them, in the place of the rule book's own;"
                    + " may be given several times.")
    private List<Path> workbooks = List.of();

    DecidingCommand(Supplier<Decider> decider, Supplier<RuleBooks> books) {
        super(books);
        this.decider = decider;
    }

    @Override
    final boolean needsDatabase() {
        return chosen() && super.needsDatabase();
    }

    @Override
    final void look() {
        workbooks.stream().filter(path -> !Files.exists(path)).findFirst().ifPresent(path -> {
            throw new BadInput(path + ": no such file or folder");
        });
    }

    /** Decides by what was chosen; without workbooks the books in force each decide their days. */
    final Decider decider(Session session) throws IOException {
        if (workbooks.isEmpty() && !chosen()) {
            return decider.get();
        }
        if (workbooks.isEmpty() && byDays()) {
            return new BookDecider(inForce(session, this::own));
        }
        BookSource book = book(session);
        if (book.calculation() != BookSource.CALCULATION) {
            throw new BadInput(sentences()
                    .text("tables.book.calculation", book.version(), book.calculation(), BookSource.CALCULATION));
        }
        return new BookDecider(RuleBooks.of(own().newest()
                .with(new BookSource(book.rules(), EditedTables.over(book.tables(), workbooks), book.calculation()))));
    }
}
