package org.prorata.store.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Who runs the server's programs: we ourselves, or, since PostgreSQL refuses root, somebody whom root turns into.
 *
 * @param prefix the words before a program's own command line
 * @param owner who has to own the cluster, when it is not the user that we are
 */
record ServerUser(List<String> prefix, OptionalInt owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static ServerUser of(DataFolder folder, Binaries binaries) throws IOException {
        int self = (int) new UnixSystem().getUid();
        int owner = Files.exists(folder.cluster()) ? ownerOf(folder.cluster()) : self;
        if (self != ROOT) {
            if (owner != self) {
                throw new DatabaseUnavailable("the database folder " + folder.cluster() + " belongs to the user "
                        + Files.getOwner(folder.cluster()).getName() + ", not to " + System.getProperty("user.name")
                        + "; run the command as that user");
            }
            return new ServerUser(List.of(), OptionalInt.empty());
        }
        List<String> refusals = new ArrayList<>();
        for (ServerUser candidate : candidates(owner, ownerOf(folder.root()))) {
            String refusal = candidate.refusal(binaries);
            if (refusal == null) {
                return candidate;
            }
            refusals.add(candidate.prefix.get(0) + ": " + refusal);
        }
        throw new DatabaseUnavailable("PostgreSQL does not run as root and no other account could be used ("
                + String.join("; ", refusals) + "); run the command as an ordinary user, or use --database-url");
    }

    /** Best first: a user namespace changes no owner and needs no account, but a container may forbid it. */
    private static List<ServerUser> candidates(int clusterOwner, int folderOwner) {
        List<ServerUser> candidates = new ArrayList<>();
        if (clusterOwner == ROOT) {
            candidates.add(new ServerUser(List.of("unshare", "--user", "--"), OptionalInt.empty()));
        }
        int other = clusterOwner != ROOT ? clusterOwner : folderOwner != ROOT ? folderOwner : NOBODY;
        candidates.add(setpriv(other, List.of()));
        // reaches a data folder below one that only root may enter, such as root's home
        candidates.add(setpriv(
                other,
                List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup")));
        return candidates;
    }

    private static ServerUser setpriv(int user, List<String> capabilities) {
        List<String> prefix =
                new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        prefix.addAll(capabilities);
        prefix.add("--");
        return new ServerUser(prefix, OptionalInt.of(user));
    }

    private @Nullable String refusal(Binaries binaries) {
        try {
            Program tried = Program.run(command(binaries.program("postgres"), "--version"), binaries.home());
            return tried.succeeded() ? null : tried.reason();
        } catch (IOException e) {
            return "not installed";
        }
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Makes the account the owner of a file or a whole folder. */
    void give(Path path) throws IOException {
        if (owner.isEmpty() || ownerOf(path) == owner.getAsInt()) {
            return;
        }
        for (Path each : Folders.deepestFirst(path)) {
            Files.setAttribute(each, "unix:uid", owner.getAsInt(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static int ownerOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
