package org.prorata.contract.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the errors of one file. */
final class Problems {

    /** More would help nobody, and a hostile file could hold millions. */
    private static final int MOST = 1000;

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private int count;

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String path, String code, String message) {
        count++;
        if (count <= MOST) {
            found.add(new Problem(file, line, path, message, code));
        } else if (count == MOST + 1) {
            found.add(new Problem(
                    file, Integer.MAX_VALUE, "", "more than " + MOST + " errors; the rest is not shown", "too-many"));
        }
    }

    /** Whether no further error will be shown, so that looking for more is of no use. */
    boolean full() {
        return count > MOST;
    }

    /** The number of errors so far. */
    int count() {
        return count;
    }

    /** An error that ends the reading of the file at once. */
    static DossierErrors fatal(String file, int line, String code, String message) {
        return new DossierErrors(List.of(new Problem(file, line, "", message, code)));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DossierErrors(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(p -> p.line() == Integer.MAX_VALUE ? new Problem(file, 0, "", p.message(), p.code()) : p)
                    .toList());
        }
    }
}
