package org.prorata.decision.explain;

import java.util.Locale;
import org.prorata.decision.Refused;

/** A refusal as it is told in English, with what helps at the command line. */
public final class ToldRefusal {

    private ToldRefusal() {}

    public static String of(Throwable thrown) {
        Refused refused = (Refused) thrown;
        Sentences sentences = new Sentences(Locale.ENGLISH);
        String remedy = "remedy." + refused.code();
        return sentences.of(refused.reason())
                + (sentences.has(remedy)
                        ? sentences.remedy(remedy, refused.reason().figures())
                        : "");
    }
}
