package org.prorata.contract.document;

/**
 * One error of a document.
 *
 * @param line    line of the field, 0 when the error concerns the file as a whole
 * @param path    path of the field such as {@code contract.items[0].per}, may be empty
 * @param message what is wrong and what is allowed
 * @param code    stable name of the kind of error, in kebab case
 */
public record Problem(String file, int line, String path, String message, String code) {

    /** The error on one line: {@code file:line path: message}. */
    @Override
    public String toString() {
        return file.replaceAll("\\p{Cc}", "?") + (line > 0 ? ":" + line : "") + (path.isEmpty() ? "" : " " + path)
                + ": " + message;
    }
}
