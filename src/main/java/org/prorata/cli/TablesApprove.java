package org.prorata.cli;

import org.prorata.access.AccessRight;
import org.prorata.store.base.Session;
import org.prorata.store.books.ProposedBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables approve}: a second person's yes or no. */
@Command(
        name = "approve",
        description = "Approves what another person proposed, or rejects it for good.",
        mixinStandardHelpOptions = true)
final class TablesApprove extends DatabaseCommand {

    @Parameters(paramLabel = "PROPOSAL", description = "The number of the proposal.")
    private long proposal;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
    private String reason;

    @Option(names = "--reject", description = "No instead of yes.")
    private boolean reject;

    @Override
    void look() {
        reason = ReasonText.checked(reason, "it is " + (reject ? "rejected" : "approved"));
    }

    @Override
    AccessRight right() {
        return AccessRight.APPROVE;
    }

    @Override
    int run(Session session) {
        new ProposedBooks(session).answer(proposal, !reject, reason);
        out().println("Proposal " + proposal
                + (reject
                        ? " is rejected."
                        : " is approved. Next: prorata tables activate " + proposal + " --from DATE"));
        return Status.DONE;
    }
}
