package org.prorata.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.KnownToken;
import org.prorata.app.ManagingTokens;
import org.prorata.app.SigningIn;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata token}: what proves to commands who acts. */
@Command(
        name = "token",
        description =
                "Tokens prove to commands who acts: PRORATA_TOKEN holds one, or PRORATA_TOKEN_FILE names its file.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCommand.Create.class, TokenCommand.All.class, TokenCommand.Revoke.class})
final class TokenCommand implements Runnable {

    private static final int DAYS = 90;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing required subcommand: create, list or revoke");
    }

    /** {@code prorata token create}. */
    @Command(
            name = "create",
            description = "A new token for who knows the password; it is shown once, alone on standard output.",
            mixinStandardHelpOptions = true)
    static final class Create extends UseCaseCommand {

        @Option(names = "--user", paramLabel = "NAME", description = "The user (default: whose token is given).")
        private String user;

        @Option(names = "--name", paramLabel = "TEXT", description = "What the token is for (default: command line).")
        private String label = "command line";

        @Option(names = "--days", paramLabel = "N", description = "Days for which it is valid (default: " + DAYS + ").")
        private int days = DAYS;

        @Override
        AccessRight right() {
            return AccessRight.OWN;
        }

        /** Also who has a token gives the password: who has taken one makes no others of it. */
        @Override
        Caller identify(Acting acting) {
            if (user != null) {
                acting.begin();
                return acting.local();
            }
            Caller caller = acting.checked(acting.claimed(true), AccessRight.OWN);
            user = caller.name();
            return caller;
        }

        @Override
        int run(Application application, Caller caller) {
            SigningIn.NewToken made =
                    new SigningIn(application).token(caller, user, new Secret().ask("password"), label, days);
            err().println(
                            "Token " + made.token().id() + " of " + user + ", valid until "
                                    + made.token().expires().toLocalDate()
                                    + ", shown only now; put it into PRORATA_TOKEN, or into a file (chmod 600) that PRORATA_TOKEN_FILE names:");
            err().flush();
            out().println(made.secret());
            return Status.DONE;
        }
    }

    /** {@code prorata token list}. */
    @Command(
            name = "list",
            description = "One's own tokens; all of them for administrators and auditors.",
            mixinStandardHelpOptions = true)
    static final class All extends UseCaseCommand {

        @Override
        AccessRight right() {
            return AccessRight.LIST_USERS;
        }

        @Override
        Caller identify(Acting acting) {
            Caller caller = acting.claimed(true);
            return acting.checked(caller, caller.identity().proven() ? AccessRight.OWN : right());
        }

        @Override
        int run(Application application, Caller caller) {
            List<KnownToken> tokens = new ManagingTokens(application).list(caller);
            if (tokens.isEmpty()) {
                out().println("No token yet; prorata token create makes one.");
            }
            tokens.forEach(each -> out().println(
                            "Token " + each.id() + " of " + each.user() + ", " + each.label() + ": "
                                    + (each.revoked() != null
                                            ? "revoked on " + each.revoked().toLocalDate()
                                            : (each.expired() ? "expired on " : "valid until ")
                                                    + each.expires().toLocalDate())
                                    + (each.lastUsed() == null
                                            ? ", never used"
                                            : ", last used " + each.lastUsed().truncatedTo(ChronoUnit.MINUTES))));
            return Status.DONE;
        }
    }

    /** {@code prorata token revoke}. */
    @Command(
            name = "revoke",
            description = "Ends a token: one's own, or any by an administrator.",
            mixinStandardHelpOptions = true)
    static final class Revoke extends UseCaseCommand {

        @Parameters(paramLabel = "ID", description = "The number of the token.")
        private long id;

        @Override
        AccessRight right() {
            return AccessRight.OWN;
        }

        @Override
        int run(Application application, Caller caller) {
            KnownToken revoked = new ManagingTokens(application).revoke(caller, id);
            out().println("Token " + id + " of " + revoked.user() + " is revoked");
            return Status.DONE;
        }
    }
}
