package org.prorata.store.people;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.prorata.access.IdentityRefused;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords as Argon2id keeps them: nobody learns them from the database, and guessing costs memory and time. */
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    /** With two passes the least that OWASP's cheat sheet on password storage advises. */
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    /** Letters that are not taken for each other; 20 of them are 98 bits. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int RANDOM_LETTERS = 20;

    private static final Argon2PasswordEncoder ARGON2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    private Passwords() {}

    /** @throws IdentityRefused when it is too short or too long */
    static String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IdentityRefused("password.length", password.length(), SHORTEST, LONGEST);
        }
        return ARGON2.encode(password);
    }

    /** Whether it is the one; takes as long when there is none to compare with. */
    static boolean fits(String password, @Nullable String hash) {
        if (password.isEmpty() || password.length() > LONGEST) {
            return false;
        }
        return ARGON2.matches(password, hash == null ? Nobody.HASH : hash) && hash != null;
    }

    static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Made by the first who is unknown. */
    private static final class Nobody {
        private static final String HASH = ARGON2.encode(random());
    }
}
