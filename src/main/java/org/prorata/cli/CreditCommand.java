package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.Crediting;
import org.prorata.book.engine.RuleBooks;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata credit}: a credit note that cancels an issued invoice. */
@Command(
        name = "credit",
        description =
                "Cancels an issued invoice by a credit note, issued at once; with --rebill also bills anew in its place.",
        mixinStandardHelpOptions = true)
final class CreditCommand extends UseCaseCommand {

    @Parameters(paramLabel = "INVOICE", description = "The invoice, by its number.")
    private String invoice;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it stands on the credit note.")
    private String reason;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description =
                    "Day of the credit note and of what is billed with it (default: today): not after today, not before the last number of a series.")
    private LocalDate on;

    @Option(
            names = "--rebill",
            description = "Its lines no longer count as billed, and what is due now is billed and issued with it.")
    private boolean rebill;

    CreditCommand(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    void look() {
        reason = ReasonText.checked(reason, "the invoice is credited");
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) {
        Crediting crediting = new Crediting(application);
        Crediting.Credited credited =
                rebill ? crediting.rebill(caller, invoice, reason, on) : crediting.credit(caller, invoice, reason, on);
        Document note = credited.note();
        out().println(note.name() + " of " + note.issuedOn() + " credits "
                + credited.invoice().name() + ", contract " + note.contract() + ": net " + money(note.net(), note)
                + ", tax " + money(note.tax(), note) + ", gross " + money(note.gross(), note));
        out().println("Reason: " + Json.text(note.cancels().reason()));
        if (credited.paid().signum() != 0) {
            out().println("Paid on " + credited.invoice().name() + ": " + money(credited.paid(), note)
                    + ", now in the client's favour.");
        }
        if (!rebill) {
            out().println(
                            "From that day on it is owed no more; what it billed is neither billed again nor given back again.");
        } else if (credited.instead().isEmpty()) {
            out().println("Nothing is due in its place.");
        }
        credited.instead()
                .forEach(document -> out().println("In its place, run " + document.run() + ": " + document.name()
                        + " of " + document.issuedOn() + ", gross " + money(document.gross(), document)));
        return Status.DONE;
    }

    private static String money(java.math.BigDecimal amount, Document document) {
        return RunPrinter.money(amount) + " " + document.currency();
    }
}
