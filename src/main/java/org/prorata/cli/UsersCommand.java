package org.prorata.cli;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.Role;
import org.prorata.app.Application;
import org.prorata.app.KnownUser;
import org.prorata.app.ManagingUsers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata users}: who is known, and what they may. */
@Command(
        name = "users",
        description =
                "Who is known and what they may. The first start makes an administrator, whose password is shown once.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UsersCommand.All.class,
            UsersCommand.Add.class,
            UsersCommand.Roles.class,
            UsersCommand.Password.class,
            UsersCommand.Disable.class,
            UsersCommand.Enable.class,
            UsersCommand.Require.class
        })
final class UsersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Missing required subcommand: list, add, roles, password, disable, enable or require");
    }

    private static Set<Role> roles(List<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> roles.add(Stream.of(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("\"" + word.replaceAll("[^\\x20-\\x7e]", "?") + "\" is no role; allowed are "
                                + Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "))))));
        return roles;
    }

    /** One that an administrator gives. */
    abstract static class OfAdministrator extends UseCaseCommand {

        @Parameters(paramLabel = "NAME", description = "The user.")
        private String name;

        @Override
        AccessRight right() {
            return AccessRight.MANAGE_USERS;
        }

        @Override
        int run(Application application, Caller caller) {
            out().println(work(new ManagingUsers(application), caller, name));
            return Status.DONE;
        }

        /** Does it and says what holds now. */
        abstract String work(ManagingUsers users, Caller caller, String user);
    }

    /** {@code prorata users list}. */
    @Command(name = "list", description = "All users with their roles.", mixinStandardHelpOptions = true)
    static final class All extends UseCaseCommand {

        @Override
        AccessRight right() {
            return AccessRight.LIST_USERS;
        }

        @Override
        Caller identify(Acting acting) {
            return acting.checked(acting.claimed(true), right());
        }

        @Override
        int run(Application application, Caller caller) {
            ManagingUsers.UserList list = new ManagingUsers(application).list(caller);
            for (KnownUser each : list.users()) {
                out().println(each.name() + " (" + each.display() + "): "
                        + each.words()
                        + (each.disabled() == null
                                ? ""
                                : ", disabled since " + each.disabled().truncatedTo(ChronoUnit.SECONDS)));
            }
            out().println(
                            list.required()
                                    ? "Every command needs a token."
                                    : "A command without a token is done in the name of whoever sits at the machine; prorata users require on ends that.");
            return Status.DONE;
        }
    }

    /** {@code prorata users add}. */
    @Command(
            name = "add",
            description = "A new user; the password is typed at the terminal, or is a line of standard input.",
            mixinStandardHelpOptions = true)
    static final class Add extends OfAdministrator {

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                split = ",",
                description =
                        "finance, approver, billing, account_manager, auditor, administrator; may be given several times.")
        private List<String> roles;

        @Option(names = "--display", paramLabel = "TEXT", description = "The name for people (default: NAME).")
        private String display;

        @Override
        String work(ManagingUsers users, Caller caller, String user) {
            Set<Role> held = roles(roles);
            KnownUser added = users.add(
                    caller,
                    user,
                    display,
                    held,
                    new Secret().askNew("password of " + user.replaceAll("[^\\x20-\\x7e]", "?")));
            return user + " has " + added.words() + ". Next: prorata token create --user " + user;
        }
    }

    /** {@code prorata users roles}. */
    @Command(name = "roles", description = "Gives a user these roles and no others.", mixinStandardHelpOptions = true)
    static final class Roles extends OfAdministrator {

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "ROLE",
                split = ",",
                description = "The roles; none: it may do nothing.")
        private List<String> roles = List.of();

        @Override
        String work(ManagingUsers users, Caller caller, String user) {
            return user + " has " + users.roles(caller, user, roles(roles)).words();
        }
    }

    /** {@code prorata users disable}. */
    @Command(
            name = "disable",
            description = "Lets a user in no more; what it did stays its own.",
            mixinStandardHelpOptions = true)
    static final class Disable extends OfAdministrator {

        @Override
        String work(ManagingUsers users, Caller caller, String user) {
            users.disable(caller, user);
            return user + " is disabled";
        }
    }

    /** {@code prorata users enable}. */
    @Command(name = "enable", description = "Lets a disabled user in again.", mixinStandardHelpOptions = true)
    static final class Enable extends OfAdministrator {

        @Override
        String work(ManagingUsers users, Caller caller, String user) {
            users.enable(caller, user);
            return user + " is enabled";
        }
    }

    /** {@code prorata users require}. */
    @Command(
            name = "require",
            description = "Whether every command needs a token: on or off.",
            mixinStandardHelpOptions = true)
    static final class Require extends UseCaseCommand {

        @Parameters(arity = "0..1", paramLabel = "on|off", defaultValue = "on", description = "on (default) or off.")
        private String state;

        @Override
        AccessRight right() {
            return AccessRight.MANAGE_USERS;
        }

        @Override
        void look() {
            if (!Set.of("on", "off").contains(state)) {
                throw new BadInput("\"" + state.replaceAll("[^\\x20-\\x7e]", "?") + "\": on or off is allowed");
            }
        }

        @Override
        int run(Application application, Caller caller) {
            new ManagingUsers(application).require(caller, state.equals("on"));
            out().println(
                            state.equals("on")
                                    ? "Every command needs a token from now on."
                                    : "A command without a token is done in the name of whoever sits at the machine.");
            return Status.DONE;
        }
    }

    /** {@code prorata users password}. */
    @Command(
            name = "password",
            description = {
                "Sets a password; the tokens of the user end.",
                "One's own: the present password, then the new one; another's: the new one, by an administrator."
            },
            mixinStandardHelpOptions = true)
    static final class Password extends UseCaseCommand {

        @Parameters(paramLabel = "NAME", description = "The user.")
        private String name;

        @Option(
                names = "--rescue",
                description = "Without the present password, for whose files the embedded database is.")
        private boolean rescue;

        private final Secret secret = new Secret();

        @Override
        AccessRight right() {
            return AccessRight.OWN;
        }

        @Override
        void look() {
            if (rescue && !embedded()) {
                throw new BadInput(
                        "--rescue is for the embedded database; elsewhere another administrator sets the password");
            }
        }

        /** Without a token by the present password. */
        @Override
        Caller identify(Acting acting) {
            Caller caller = acting.claimed(true);
            if (rescue) {
                return acting.local();
            }
            return caller.identity().proven() && !caller.name().equals(name)
                    ? caller
                    : acting.byPassword(name, secret.ask("present password"));
        }

        @Override
        int run(Application application, Caller caller) {
            ManagingUsers users = new ManagingUsers(application);
            users.withPassword(caller, name);
            users.password(caller, name, secret.askNew("new password"));
            out().println("The password of " + name + " is set; its tokens are revoked.");
            return Status.DONE;
        }
    }
}
