package org.prorata.decision;

import java.util.Locale;
import org.prorata.decision.explain.Sentences;

/** What a reader of English is told of a refusal: {@code assertThatThrownBy(…).extracting(EnglishRefusal::english)}. */
public final class EnglishRefusal {

    private EnglishRefusal() {}

    /** The English sentence of a refusal, without a door's remedy. */
    public static String english(Throwable thrown) {
        return new Sentences(Locale.ENGLISH).of(((Refused) thrown).reason());
    }
}
