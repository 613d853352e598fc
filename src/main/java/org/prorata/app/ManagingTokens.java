package org.prorata.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.IdentityRefused;
import org.prorata.access.Role;
import org.prorata.store.base.Session;
import org.prorata.store.people.Tokens;

/** Tokens that are there; one is made by who signs in by password. */
public final class ManagingTokens {

    private final Application application;

    public ManagingTokens(Application application) {
        this.application = application;
    }

    /** One's own tokens; all of them for who may list users. The oldest first. */
    public List<KnownToken> list(Caller caller) {
        Session session =
                application.session(caller, caller.identity().proven() ? AccessRight.OWN : AccessRight.LIST_USERS);
        @Nullable String owner = caller.identity().may(AccessRight.LIST_USERS) ? null : caller.name();
        return new Tokens(session).all(owner).stream().map(KnownToken::of).toList();
    }

    /**
     * Ends a token before its time: one's own, or any by an administrator.
     *
     * @throws IdentityRefused when there is none of that number, or it is revoked already
     */
    public KnownToken revoke(Caller caller, long id) {
        Session session = application.session(caller, AccessRight.OWN);
        @Nullable String owner = caller.identity().roles().contains(Role.ADMINISTRATOR) ? null : caller.name();
        return KnownToken.of(new Tokens(session).revoke(id, owner));
    }
}
