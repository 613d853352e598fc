package org.prorata.contract.document;

import java.util.Map;

/**
 * One row of a file: by column what its cells say, in the forms that documents have; an empty cell is left out.
 *
 * @param line the line on which the row begins, 1 the first
 */
public record RowText(String file, int line, Map<String, String> cells) {

    /** An error in a cell of this row. */
    public Problem problem(String column, String code, String message) {
        return new Problem(file, line, column, message, code);
    }
}
