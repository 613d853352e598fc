package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** The rows that say what an answer to new terms does; null where the terms wait for none. */
public record AnswerRows(TableRow accepted, TableRow refused, TableRow pending) {

    private static final TableId TABLE = TableId.of("contract-terms", "answers", "terms", "answer");

    /** For terms whose client is not asked. */
    public static final AnswerRows NONE = new AnswerRows(null, null, null);

    /** Those that hold on a day. */
    public static AnswerRows of(EffectiveTerms setting, LocalDate on) {
        return new AnswerRows(row(setting, on, "accepted"), row(setting, on, "refused"), row(setting, on, "pending"));
    }

    private static TableRow row(EffectiveTerms setting, LocalDate on, String answer) {
        return setting.policies().find(TABLE, Row::ref, on, setting.dossier().terms(), answer);
    }
}
