package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.access.AccessRight;
import org.prorata.app.intake.Importer;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.document.DossierReader;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.runs.BilledWindows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prorata import}: dossiers into the database, all or none. */
@Command(
        name = "import",
        description = "Takes dossiers into the database; nothing is stored unless all can be read.",
        mixinStandardHelpOptions = true)
final class Import extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dossiers in YAML or JSON, or folders of them.")
    private List<Path> files;

    Import(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Session session) throws IOException {
        List<Path> all = dossiers(files);
        RuleBooks inForce = inForce(session, books);
        // as long as only books of another calculation are in force, the program's own says which terms there are
        RuleBooks deciding = inForce.newestOpen().isPresent() ? inForce : books.get();
        BookDecider decider = new BookDecider(deciding);
        Dossiers.RecordingCounts recorded =
                new Importer(session, new DossierReader(decider.terms())).files(all, "import");
        out().println(said(recorded));
        if (recorded.added() > 0) {
            arrived(session, recorded, deciding.newestOpen().orElseGet(deciding::newest));
        }
        return Status.DONE;
    }

    private void arrived(Session session, Dossiers.RecordingCounts recorded, RuleBook book) {
        Dossiers facts = new Dossiers(session);
        Arrivals arrivals = new Arrivals(book, new BilledWindows(session));
        List<String> ids = facts.begun(recorded.recording());
        for (int i = 0; i < ids.size(); i += Dossiers.CHUNK) {
            arrivals.take(facts.read(ids.subList(i, Math.min(ids.size(), i + Dossiers.CHUNK)), recorded.recording()));
        }
        arrivals.show(out());
    }

    static String said(Dossiers.RecordingCounts recorded) {
        return recorded.dossiers() + " dossiers: " + recorded.added() + " new, " + recorded.changed() + " changed, "
                + recorded.unchanged() + " unchanged";
    }

    /** The dossier files of files and folders, in order of their names. */
    static List<Path> dossiers(List<Path> given) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches("(?is).*\\.(ya?ml|json)"))
                            .sorted()
                            .forEach(all::add);
                }
            } else if (Files.exists(path)) {
                all.add(path);
            } else {
                throw new BadInput(path + ": no such file or folder");
            }
        }
        if (all.isEmpty()) {
            throw new BadInput(given.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + ": no dossier here; files that end in .yaml, .yml, .json are read");
        }
        return all;
    }
}
