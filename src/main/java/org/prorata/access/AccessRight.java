package org.prorata.access;

import java.util.EnumSet;
import java.util.Set;
import org.prorata.decision.Reason;

/** What may be done, and by which roles; what two persons do is done by nobody who has not proved who they are. */
public enum AccessRight {
    READ(false, Role.FINANCE, Role.APPROVER, Role.BILLING, Role.ACCOUNT_MANAGER, Role.AUDITOR),
    SIMULATE(false, Role.ACCOUNT_MANAGER, Role.BILLING, Role.AUDITOR),
    PREVIEW(false, Role.BILLING, Role.FINANCE),
    BILL(false, Role.BILLING),
    AUDIT(false, Role.AUDITOR, Role.ADMINISTRATOR),
    BACK_UP(false, Role.ADMINISTRATOR),
    LIST_USERS(false, Role.ADMINISTRATOR, Role.AUDITOR),
    PROPOSE(true, Role.FINANCE),
    APPROVE(true, Role.APPROVER),
    ACTIVATE(true, Role.FINANCE, Role.APPROVER),
    MANAGE_USERS(true, Role.ADMINISTRATOR),
    /** What everybody may do with what is their own. */
    OWN(true, Role.values());

    private final boolean proven;
    private final Set<Role> roles;

    AccessRight(boolean proven, Role... roles) {
        this.proven = proven;
        this.roles = Set.copyOf(EnumSet.copyOf(Set.of(roles)));
    }

    /** Whether a token is needed even where none is asked for otherwise. */
    public boolean proven() {
        return proven;
    }

    public boolean given(Set<Role> held) {
        return this == OWN || roles.stream().anyMatch(held::contains);
    }

    /** The roles that have it, as a figure of a sentence: {@code billing or finance}. */
    public Object told() {
        return roles.stream()
                .sorted()
                .<Object>map(Role::word)
                .reduce((some, other) -> Reason.of("access.either", some, other))
                .orElseThrow();
    }
}
