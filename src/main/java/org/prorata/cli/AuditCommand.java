package org.prorata.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.CheckingAudit;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.AuditEntry;
import org.prorata.ledger.AuditHead;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prorata audit}: who did what, and the proof that nothing of it was changed. */
@Command(
        name = "audit",
        description = "Who did what, and the proof that nothing of it was changed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditCommand.Check.class, AuditCommand.Log.class, AuditCommand.NewKey.class})
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing required subcommand: check, log or new-key");
    }

    /** {@code prorata audit check}. */
    @Command(
            name = "check",
            description =
                    "Finds entries that were removed, changed or cut off; compares with the heads that runs noted.",
            mixinStandardHelpOptions = true)
    static final class Check extends UseCaseCommand {

        @Option(
                names = "--head",
                paramLabel = "SEQ:HASH",
                description = "A head that was noted elsewhere, such as on the report of a run.")
        private String head;

        private AuditHead noted;

        @Override
        AccessRight right() {
            return AccessRight.AUDIT;
        }

        @Override
        void look() {
            noted = head == null ? null : AuditHead.parse(head);
        }

        @Override
        int run(Application application, Caller caller) {
            CheckingAudit.CheckedAudit outcome = new CheckingAudit(application).check(caller, noted);
            outcome.wrong().forEach(out()::println);
            if (!outcome.wrong().isEmpty()) {
                return Status.FAILING;
            }
            out().println(
                            outcome.head() == null
                                    ? "The audit log has no entry yet."
                                    : "The audit log is whole: "
                                            + outcome.head().seq() + " entries, compared with " + outcome.heads()
                                            + " noted heads; its head is " + outcome.head());
            return Status.DONE;
        }
    }

    /** {@code prorata audit log}. */
    @Command(name = "log", description = "Lists who did what, the first entry first.", mixinStandardHelpOptions = true)
    static final class Log extends UseCaseCommand {

        @Option(names = "--from", paramLabel = "SEQ", description = "Only from this entry on.")
        private long from = 1;

        @Option(names = "--json", description = "One JSON object per entry and line.")
        private boolean json;

        @Override
        AccessRight right() {
            return AccessRight.AUDIT;
        }

        @Override
        int run(Application application, Caller caller) {
            new CheckingAudit(application)
                    .read(
                            caller,
                            from,
                            entry -> out().println(
                                            json
                                                    ? Json.text(fields(entry))
                                                    : entry.seq() + " " + entry.at() + " " + entry.actor() + " "
                                                            + entry.action() + " " + quoted(entry.subject())
                                                            + (entry.detail().equals("{}")
                                                                    ? ""
                                                                    : " " + entry.detail())));
            return Status.DONE;
        }

        /** A subject may be a name that somebody else gave. */
        private static String quoted(String subject) {
            return subject.matches("[\\x20-\\x7e]*") ? subject : Json.text(subject);
        }

        private static Map<String, Object> fields(AuditEntry entry) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("seq", entry.seq());
            fields.put("at", entry.at().toString());
            fields.put("actor", entry.actor());
            fields.put("action", entry.action());
            fields.put("subject", entry.subject());
            fields.put("detail", Json.read(entry.detail()));
            fields.put("previous", entry.previous());
            fields.put("hash", entry.hash());
            return fields;
        }
    }

    /** {@code prorata audit new-key}. */
    @Command(
            name = "new-key",
            description =
                    "Goes on with a new key, as when the old one is lost; the old entries need the old one to be checked.",
            mixinStandardHelpOptions = true)
    static final class NewKey extends UseCaseCommand {

        @Option(
                names = "--user",
                paramLabel = "NAME",
                description = "An administrator, by password: without the old key nobody gets a token.")
        private String user;

        @Override
        AccessRight right() {
            return AccessRight.MANAGE_USERS;
        }

        @Override
        Caller identify(Acting acting) {
            Caller caller = acting.claimed(false);
            if (user != null) {
                caller = acting.byPassword(user, new Secret().ask("password"));
            }
            return acting.checked(caller, caller.identity().proven() ? right() : AccessRight.BACK_UP);
        }

        @Override
        int run(Application application, Caller caller) {
            out().println("The audit log goes on with a new key from entry "
                    + new CheckingAudit(application).newKey(caller) + " on");
            return Status.DONE;
        }
    }
}
