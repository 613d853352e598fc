package org.prorata.access;

import java.util.Locale;

/** What an identity is there for; one may have several. */
public enum Role {
    FINANCE,
    APPROVER,
    BILLING,
    ACCOUNT_MANAGER,
    AUDITOR,
    ADMINISTRATOR;

    /** As people write it: {@code account_manager}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
