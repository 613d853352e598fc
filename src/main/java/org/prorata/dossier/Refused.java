package org.prorata.dossier;

/** A scalar that is not what its field allows; caught where the field's line and path are known. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
