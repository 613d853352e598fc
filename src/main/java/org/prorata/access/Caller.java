package org.prorata.access;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * Who asks for something: an identity, the language in which they read and the day on which they ask. One for each request,
 * never shared between requests.
 *
 * @param language of what they are told
 * @param today    the day on their side; documents bear none after it
 */
public record Caller(Identity identity, Locale language, LocalDate today) {

    public Caller {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(today, "today");
    }

    /** The name that what they write bears. */
    public String name() {
        return identity.name();
    }

    /** The same request by somebody who has meanwhile shown who they are. */
    public Caller as(Identity known) {
        return new Caller(known, language, today);
    }
}
