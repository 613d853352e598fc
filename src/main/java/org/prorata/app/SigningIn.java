package org.prorata.app;

import java.nio.file.Path;
import java.util.Optional;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.access.IdentityRefused;
import org.prorata.store.base.PrivateFile;
import org.prorata.store.people.Identities;
import org.prorata.store.people.Tokens;

/** Finds out who calls, by a token or a password; what is refused is told the audit log. It is what comes before every right. */
public final class SigningIn {

    private final Application application;

    public SigningIn(Application application) {
        this.application = application;
    }

    /** The first user, who was just made; the password is kept nowhere. */
    public record FirstUser(String name, String password) {

        @Override
        public String toString() {
            return "FirstUser[" + name + "]";
        }
    }

    /** A token that was just made; its secret is kept nowhere. */
    public record NewToken(KnownToken token, String secret) {

        @Override
        public String toString() {
            return "NewToken[" + token + "]";
        }
    }

    /** Whether the tables know users at all: a backup is also taken of older ones. */
    public boolean knowsUsers(Caller caller) {
        return identities(caller).kept();
    }

    /** Makes the first user where nobody is known yet; empty when somebody is. */
    public Optional<FirstUser> begin(Caller caller) {
        return identities(caller).begin().map(password -> new FirstUser(Identities.FIRST, password));
    }

    /**
     * Who a token names, whose use is noted.
     *
     * @throws IdentityRefused when it is not valid, or the user is disabled
     */
    public Caller byToken(Caller caller, String token) {
        return caller.as(identities(caller).byToken(token));
    }

    /**
     * Who a name and a password name.
     *
     * @throws IdentityRefused when they do not go together, without saying which of them is wrong, or the user is disabled
     */
    public Caller byPassword(Caller caller, String user, String password) {
        return caller.as(identities(caller).authenticate(user, password));
    }

    /**
     * A new token for who knows the password: who has taken a token makes no others of it.
     *
     * @param label what it is for
     * @param days  for which it is valid
     */
    public NewToken token(Caller caller, String user, String password, String label, int days) {
        Caller known = byPassword(caller, user, password);
        Identity identity = known.identity();
        Tokens.Made made = new Tokens(application.session(known, AccessRight.OWN)).create(identity, label, days);
        return new NewToken(KnownToken.of(made.entry()), made.secret());
    }

    /**
     * Makes sure that a caller may do something, before more is asked of them.
     *
     * @throws IdentityRefused when they may not
     */
    public void check(Caller caller, AccessRight right) {
        identities(caller).check(caller.identity(), right);
    }

    /** @throws IdentityRefused when others than its owner have rights to the file of a secret */
    public static void refuseShared(Path file) {
        PrivateFile.refuseShared(file);
    }

    private Identities identities(Caller caller) {
        return new Identities(application.unchecked(caller));
    }
}
