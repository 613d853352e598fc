package org.prorata.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.prorata.decision.Reason;

/**
 * Who acts.
 *
 * @param proven whether by a token or a password; else it is whoever sits at the machine
 */
public record Identity(String name, Set<Role> roles, boolean proven) {

    private static final int LONGEST = 64;

    public Identity {
        roles = Set.copyOf(roles);
    }

    /** Whoever sits at this machine, with every role: they could change the database without this program, too. */
    public static Identity local(String user) {
        String safe = user.replaceAll("[^A-Za-z0-9._@-]", "_");
        return new Identity(
                "local:" + safe.substring(0, Math.min(safe.length(), LONGEST)), EnumSet.allOf(Role.class), false);
    }

    public boolean may(AccessRight right) {
        return right.given(roles) && (proven || !right.proven());
    }

    /** Its roles as a figure of a sentence. */
    public Object told() {
        return roles.isEmpty()
                ? Reason.of("access.no_role")
                : roles.stream().sorted().map(Role::word).toList();
    }

    /** Its roles for people: {@code billing, finance}, or {@code no role}. */
    public String words() {
        return roles.isEmpty()
                ? "no role"
                : roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }
}
