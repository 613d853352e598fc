package org.prorata.app.intake;

import java.util.List;
import org.prorata.contract.document.Problem;

/**
 * What an import came to.
 *
 * @param problems those of the first rejected rows, in their order
 */
public record Received(long rows, long stored, long known, long rejected, List<Problem> problems) {

    public Received {
        problems = List.copyOf(problems);
    }
}
