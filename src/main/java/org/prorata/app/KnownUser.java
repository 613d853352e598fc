package org.prorata.app;

import java.time.OffsetDateTime;
import java.util.Set;
import org.prorata.access.Identity;
import org.prorata.access.Role;
import org.prorata.store.people.Identities;

/**
 * A user as it is kept.
 *
 * @param display  the name for people
 * @param disabled since when it is let in no more, or null
 */
public record KnownUser(String name, String display, Set<Role> roles, OffsetDateTime disabled) {

    static KnownUser of(Identities.Entry entry) {
        return new KnownUser(entry.name(), entry.display(), Set.copyOf(entry.roles()), entry.disabled());
    }

    /** Its roles for people. */
    public String words() {
        return new Identity(name, roles, true).words();
    }
}
