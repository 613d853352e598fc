package org.prorata.cli;

import org.prorata.contract.naming.Visible;
import org.prorata.decision.Refused;
import org.prorata.decision.explain.Sentences;

/** What a command line tells of a refusal: its sentence, and which command helps. */
final class Remedies {

    private Remedies() {}

    /** The sentence in a language, with the remedy after it where the command line has one; names in it are somebody's, and shown safely. */
    static String told(Refused refused, Sentences sentences) {
        String sentence = sentences.of(refused.reason());
        String remedy = "remedy." + refused.code();
        return Visible.shown(
                sentences.has(remedy)
                        ? sentence + sentences.remedy(remedy, refused.reason().figures())
                        : sentence);
    }
}
