package org.prorata.terms;

import java.time.LocalDate;
import org.prorata.contract.Event.TermsPublished;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.TermsMode;

/**
 * How new terms come to govern a running contract, as a row says.
 *
 * @param days   days to answer, or of notice; null where none count
 * @param former the document that the first published one replaced, or null
 */
public record VersionRule(TermsMode mode, Integer days, String former, boolean refusalBlocksOrders, boolean heedsAcceptance, TableRow row) {

    public static final TableId TABLE = TableId.of("contract-terms", "versions", "terms", "plan");

    /** Whether the client's answer or silence brings the new terms. */
    public boolean byAnswer() {
        return mode == TermsMode.ANSWER;
    }

    /** From when published terms can hold; where an answer brings them, from when silence would. */
    public LocalDate holdsFrom(TermsPublished published) {
        return switch (mode) {
            case ANSWER -> later(published.on().plusDays(days + 1L), published.holds());
            case NOTICE_THEN_FIRST -> firstOfMonth(published.on().plusDays(days));
            case DAY_OF_USE, TERM_START, CONTRACT_START -> published.holds();
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day : day.plusMonths(1).withDayOfMonth(1);
    }

    public static VersionRule of(Row row) {
        return new VersionRule(row.choice("mode", TermsMode.class), row.integer("days"), row.text("former"),
                row.flag("refusal_blocks_orders"), row.flag("heeds_acceptance"), row.ref());
    }
}
