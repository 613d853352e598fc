package org.prorata.cli;

import java.math.BigDecimal;
import org.prorata.access.AccessRight;
import org.prorata.store.base.Session;
import org.prorata.store.books.MovedLimit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata tables limit}: how much a proposal may move. */
@Command(
        name = "limit",
        description = "How much a proposal may move in one currency before an approver has to accept it once more.",
        mixinStandardHelpOptions = true)
final class TablesLimit extends DatabaseCommand {

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "The limit; none is set at first.")
    private BigDecimal amount;

    @Option(names = "--none", description = "No limit any more.")
    private boolean none;

    @Override
    void look() {
        if ((amount == null) != none) {
            throw new BadInput("either --amount AMOUNT or --none is wanted");
        }
        if (amount != null && amount.signum() < 0) {
            throw new BadInput("--amount " + amount.toPlainString() + " is below zero");
        }
    }

    @Override
    AccessRight right() {
        return AccessRight.APPROVE;
    }

    @Override
    int run(Session session) {
        new MovedLimit(session).set(amount);
        out().println(
                        none
                                ? "A proposal may move as much as it likes."
                                : "A proposal that moves more than " + RunPrinter.money(amount)
                                        + " in some currency has to be accepted once more.");
        return Status.DONE;
    }
}
