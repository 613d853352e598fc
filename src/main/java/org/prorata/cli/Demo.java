package org.prorata.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.BillingPortfolio;
import org.prorata.app.Claiming;
import org.prorata.app.RunOutcome;
import org.prorata.app.intake.Importer;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.Document;
import org.prorata.ledger.Parked;
import org.prorata.store.base.Session;
import org.prorata.store.invoices.Documents;
import picocli.CommandLine.Command;

/** {@code prorata demo}: the main job on the demo portfolio. */
@Command(
        name = "demo",
        description = "Loads the demo portfolio, bills a month, claims what is late, explains one invoice.",
        mixinStandardHelpOptions = true)
final class Demo extends UseCaseCommand {

    private final Supplier<Decider> decider;

    Demo(Supplier<Decider> decider, Supplier<RuleBooks> books) {
        super(books);
        this.decider = decider;
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) throws IOException {
        Session session = application.session(caller, right());
        Path portfolio = home().resolve("src/demo/portfolio");
        Properties plan = plan(home().resolve("src/demo/demo.properties"));
        LocalDate last = LocalDate.parse(plan.getProperty("bill.to"));
        Importer importer =
                new Importer(session, new DossierReader(decider.get().terms()));
        out().println("Demo portfolio, " + Import.said(importer.files(Import.dossiers(List.of(portfolio)), "demo")));
        out().println("Rule book " + application.books(session).on(last).version());
        RunPrinter printer = new RunPrinter(out(), err());
        out().println();
        RunOutcome billed = new BillingPortfolio(application)
                .bill(caller, LocalDate.parse(plan.getProperty("bill.from")), last, printer.progress())
                .runs()
                .get(0);
        printer.show(billed);
        out().println();
        RunOutcome late = new Claiming(application)
                .claim(caller, LocalDate.parse(plan.getProperty("late.on")), printer.progress());
        printer.show(late);
        explain(session, plan.getProperty("explained"));
        Set<String> parked = new TreeSet<>();
        billed.parked().stream().map(Parked::contract).forEach(parked::add);
        late.parked().stream().map(Parked::contract).forEach(parked::add);
        Set<String> wrong = new TreeSet<>(List.of(plan.getProperty("wrong").split(",\\s*")));
        boolean asExpected = parked.equals(wrong)
                && billed.mismatches().isEmpty()
                && late.mismatches().isEmpty();
        out().println();
        out().println(
                        asExpected
                                ? "Parked are exactly the two dossiers that are wrong on purpose; the rest is billed."
                                : "Not as expected: parked are " + parked + ", expected " + wrong);
        tryNext(plan.getProperty("explained"), last);
        return asExpected ? Status.DONE : Status.FAILING;
    }

    private static Properties plan(Path file) throws IOException {
        Properties plan = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            plan.load(reader);
        }
        return plan;
    }

    private void explain(Session session, String contract) {
        List<Document> made = new Documents(session).heads(List.of(contract)).getOrDefault(contract, List.of());
        if (!made.isEmpty()) {
            out().println();
            out().println("One invoice explained:");
            out().println();
            Document whole = new Documents(session).find(made.get(0).name()).orElseThrow();
            Explain.show(whole, Explain.citations(session, whole), new Sentences(Locale.ENGLISH), out());
        }
    }

    private void tryNext(String contract, LocalDate last) {
        out().println();
        out().println("What to try next:");
        out().println("  ./prorata demo                       again: nothing more is billed");
        out().println("  ./prorata explain --language fr D-000001");
        out().println("  ./prorata replay --all               every document computed again from what was known");
        out().println("  ./prorata export " + contract + "        a dossier, to be changed and imported again");
        out().println("  ./prorata bill --from " + last.plusDays(1) + " --to " + last.plusMonths(1) + " --preview");
        out().println("  ./prorata evaluate src/demo/first.yaml");
    }
}
