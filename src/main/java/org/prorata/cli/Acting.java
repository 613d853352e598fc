package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.app.SigningIn;

/** Finds who acts: whom a token names, else whoever sits at the machine. */
final class Acting {

    private static final int LONGEST = 1_000;

    private final SigningIn door;
    private final Caller local;
    private final PrintWriter err;

    /** @param local whoever sits at the machine */
    Acting(SigningIn door, Caller local, PrintWriter err) {
        this.door = door;
        this.local = local;
        this.err = err;
    }

    /** Whoever sits at the machine. */
    static Identity sitting() {
        return Identity.local(System.getProperty("user.name", ""));
    }

    /** Whoever sits at the machine, as the caller. */
    Caller local() {
        return local;
    }

    /**
     * Who acts, after making sure that they may.
     *
     * @throws org.prorata.access.IdentityRefused otherwise
     */
    Caller identify(AccessRight right) {
        // a backup is also taken of tables that know nobody yet
        if (!door.knowsUsers(local)) {
            return local;
        }
        return checked(claimed(right.proven()), right);
    }

    /** The same caller, after making sure that they may. */
    Caller checked(Caller caller, AccessRight right) {
        door.check(caller, right);
        return caller;
    }

    /**
     * Who acts, whatever they may; what is refused from now on is told the audit log.
     *
     * @param begin whether somebody has to be known, so that the first start makes the first one
     */
    Caller claimed(boolean begin) {
        if (begin) {
            begin();
        }
        return token().map(token -> door.byToken(local, token)).orElse(local);
    }

    /** Who knows a password. */
    Caller byPassword(String user, String password) {
        return door.byPassword(local, user, password);
    }

    /** Makes the first user where nobody is known, and tells its password this once. */
    void begin() {
        door.begin(local).ifPresent(this::tellFirst);
    }

    private void tellFirst(SigningIn.FirstUser first) {
        err.println("The first user is " + first.name() + ", password " + first.password()
                + " – shown only now. Next: prorata token create --user " + first.name());
        err.flush();
    }

    private static Optional<String> token() {
        String given = System.getenv("PRORATA_TOKEN");
        if (given != null && !given.isBlank()) {
            return Optional.of(given.strip());
        }
        String file = System.getenv().getOrDefault("PRORATA_TOKEN_FILE", System.getProperty("prorata.token-file", ""));
        return file.isBlank() ? Optional.empty() : Optional.of(read(Path.of(file)));
    }

    private static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": no such file; PRORATA_TOKEN_FILE names the file of a token");
        }
        SigningIn.refuseShared(file);
        try {
            if (Files.size(file) > LONGEST) {
                throw new BadInput(file + ": is no token; prorata token create makes one");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
