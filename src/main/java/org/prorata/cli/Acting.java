package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.prorata.access.AccessRight;
import org.prorata.access.Identity;
import org.prorata.store.base.PrivateFile;
import org.prorata.store.base.Session;
import org.prorata.store.people.Identities;

/** Finds who acts: whom a token names, else whoever sits at the machine. */
final class Acting {

    private static final int LONGEST = 1_000;

    private final PrintWriter err;

    Acting(PrintWriter err) {
        this.err = err;
    }

    static Identity local() {
        return Identity.local(System.getProperty("user.name", ""));
    }

    /**
     * Who acts, after making sure that they may.
     *
     * @throws org.prorata.access.IdentityRefused otherwise
     */
    Identity identify(Session session, AccessRight right) {
        Identities identities = new Identities(session);
        // a backup is also taken of tables that know nobody yet
        if (!identities.kept()) {
            return local();
        }
        Identity identity = claimed(session, right.proven());
        identities.check(identity, right);
        return identity;
    }

    /**
     * Who acts, whatever they may; what is refused from now on is told the audit log.
     *
     * @param begin whether somebody has to be known, so that the first start makes the first one
     */
    Identity claimed(Session session, boolean begin) {
        if (begin) {
            begin(session);
        }
        return token().map(new Identities(session)::byToken).orElseGet(Acting::local);
    }

    /** Makes the first user where nobody is known, and tells its password this once. */
    void begin(Session session) {
        new Identities(session).begin().ifPresent(this::tellFirst);
    }

    private void tellFirst(String password) {
        err.println("The first user is " + Identities.FIRST + ", password " + password
                + " – shown only now. Next: prorata token create --user " + Identities.FIRST);
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
        PrivateFile.refuseShared(file);
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
