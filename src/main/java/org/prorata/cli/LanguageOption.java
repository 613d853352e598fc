package org.prorata.cli;

import java.util.Locale;
import org.prorata.explain.Sentences;
import picocli.CommandLine.Option;

/** The language in which a command answers people. */
final class LanguageOption {

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Language of what is shown: ${COMPLETION-CANDIDATES}; names of"
            + " sheets and columns, codes and JSON are the same in both.")
    private Evaluate.Language language = Evaluate.Language.en;

    Sentences sentences() {
        return new Sentences(Locale.forLanguageTag(language.name()));
    }
}
