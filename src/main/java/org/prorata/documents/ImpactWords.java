package org.prorata.documents;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.Impact;

/** How people read what an impact holds as codes: what amounts are about, which book fails, what became of rows. */
public final class ImpactWords {

    private static final String OLD = "old ";

    private ImpactWords() {}

    public static String of(Impact.Subject subject, Sentences sentences) {
        return sentences.text("tables.impact.subject." + subject.word());
    }

    public static String of(Impact.Side side, Sentences sentences) {
        return sentences.text("tables.impact.side." + side.word());
    }

    /** Rows as an impact keeps them: {@code old vat!rates!7 removed, vat!rates!9 changed}. */
    public static String rows(String rows, Sentences sentences) {
        return rows.isEmpty()
                ? rows
                : Arrays.stream(rows.split(", "))
                        .map(row -> {
                            String place = row.startsWith(OLD) ? row.substring(OLD.length()) : row;
                            int end = place.lastIndexOf(' ');
                            return sentences.text(
                                    "tables.impact.row." + place.substring(end + 1), place.substring(0, end));
                        })
                        .collect(Collectors.joining(", "));
    }
}
