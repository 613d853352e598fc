package org.prorata.access;

import org.prorata.decision.Refused;

/** Somebody is not who they would have to be, or has not the role: the code says what is wrong and what is needed. */
public final class IdentityRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /**
     * @param code    as {@code access.role}
     * @param figures of its sentence; never a secret
     */
    public IdentityRefused(String code, Object... figures) {
        super(code, figures);
    }
}
