package org.prorata.decision;

import java.util.List;

/**
 * Something that is not done, as a code and figures: doors tell it in the reader's language and add what can be done instead at that
 * door. Nothing is stored when it is thrown. The sentence of a code is {@code refused.CODE} in the message files.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "refused.";

    private final transient Reason reason;

    /**
     * @param code    stable name of what is refused, as {@code run.under_way}
     * @param figures for the places of its sentence, in their order; no message of a door, no secret
     */
    public Refused(String code, Object... figures) {
        super(code + List.of(figures));
        this.reason = Reason.of(PREFIX + code, figures);
    }

    /** The stable name of what is refused. */
    public final String code() {
        return reason.key().substring(PREFIX.length());
    }

    /** What it is told with. */
    public final Reason reason() {
        return reason;
    }
}
