package org.prorata.contract.document;

/** A scalar that is not what its field allows; caught where the field's line and path are known. */
final class ValueRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ValueRefused(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
