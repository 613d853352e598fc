package org.prorata.app;

import java.util.List;
import java.util.Set;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.IdentityRefused;
import org.prorata.access.Role;
import org.prorata.store.base.Session;
import org.prorata.store.people.Identities;

/** Who is known, with which roles, and by which passwords. */
public final class ManagingUsers {

    private final Application application;

    public ManagingUsers(Application application) {
        this.application = application;
    }

    /**
     * All users by name.
     *
     * @param required whether every command needs a token
     */
    public record UserList(List<KnownUser> users, boolean required) {}

    public UserList list(Caller caller) {
        Identities identities = new Identities(application.session(caller, AccessRight.LIST_USERS));
        return new UserList(identities.all().stream().map(KnownUser::of).toList(), identities.required());
    }

    /**
     * A new user.
     *
     * @param display the name for people, or null for the name itself
     * @throws IdentityRefused when the name is not one, is taken, or the password too short
     */
    public KnownUser add(Caller caller, String name, String display, Set<Role> roles, String password) {
        Identities identities = managed(caller);
        identities.add(name, display, roles, password);
        return KnownUser.of(identities.known(name));
    }

    /** Gives a user these roles and no others. */
    public KnownUser roles(Caller caller, String name, Set<Role> roles) {
        Identities identities = managed(caller);
        identities.roles(name, roles);
        return KnownUser.of(identities.known(name));
    }

    /** Lets a user in no more; what it did stays its own. */
    public void disable(Caller caller, String name) {
        managed(caller).disable(name, true);
    }

    /** Lets a disabled user in again. */
    public void enable(Caller caller, String name) {
        managed(caller).disable(name, false);
    }

    /** Whether every command needs a token from now on. */
    public void require(Caller caller, boolean required) {
        managed(caller).require(required);
    }

    /**
     * The user whose password a caller wants to set, before anybody types one.
     *
     * @throws IdentityRefused when it is another's and the caller manages no users, or there is none
     */
    public KnownUser withPassword(Caller caller, String name) {
        return KnownUser.of(passwords(caller, name).known(name));
    }

    /** Sets a password: one's own, or another's by an administrator. The tokens of the user end. */
    public void password(Caller caller, String name, String password) {
        passwords(caller, name).password(name, password);
    }

    private Identities managed(Caller caller) {
        return new Identities(application.session(caller, AccessRight.MANAGE_USERS));
    }

    private Identities passwords(Caller caller, String name) {
        if (!caller.identity().proven() && application.embedded()) {
            // who owns the files could write the tables as well
            return new Identities(application.unchecked(caller));
        }
        Session session = application.session(caller, AccessRight.OWN);
        if (!caller.name().equals(name) && !caller.identity().may(AccessRight.MANAGE_USERS)) {
            throw new IdentityRefused(
                    "user.others_password", caller.name(), caller.identity().told());
        }
        return new Identities(session);
    }
}
