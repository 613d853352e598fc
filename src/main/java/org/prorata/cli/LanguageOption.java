package org.prorata.cli;

import java.util.Locale;
import org.prorata.decision.explain.Sentences;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The language in which a command answers people. */
final class LanguageOption {

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Language of what is shown: ${COMPLETION-CANDIDATES}; names of"
                    + " sheets and columns, codes and JSON are the same in both.")
    private Evaluate.Language language = Evaluate.Language.en;

    /** The language in which a command was asked to answer, English where it knows no other. */
    static Sentences of(CommandSpec command) {
        OptionSpec option = command.findOption("--language");
        boolean french = option != null && "fr".equals(String.valueOf((Object) option.getValue()));
        return new Sentences(french ? Locale.FRENCH : Locale.ENGLISH);
    }

    Sentences sentences() {
        return new Sentences(Locale.forLanguageTag(language.name()));
    }
}
