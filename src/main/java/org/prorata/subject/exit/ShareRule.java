package org.prorata.subject.exit;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.terms.EffectiveTerms;

/**
 * Who pays exit services for a cause of the end, whether they may be asked for up to it, whether the cause bars them.
 *
 * @param clientPct null where the cause bars them
 */
record ShareRule(BigDecimal clientPct, boolean requestUntilEnd, boolean barred, TableRow row) {

    static final TableId TABLE = TableId.of("reversibility", "cost", "terms", "cause");

    /** The row that bars exit services and modules for the cause of an end, or null: none does. */
    static TableRow barring(EffectiveTerms setting, Cause cause, LocalDate end) {
        ShareRule share = setting.policies()
                .find(TABLE, ShareRule::of, end, setting.dossier().terms(), EffectiveTerms.key(cause));
        return share == null || !share.barred() ? null : share.row();
    }

    /** The row of a cause; terms that say nothing of switching treat it as convenience. */
    static ShareRule of(EffectiveTerms setting, Cause cause, LocalDate end) {
        String terms = setting.dossier().terms();
        ShareRule own = cause == Cause.SWITCHING
                ? setting.policies().find(TABLE, ShareRule::of, end, terms, EffectiveTerms.key(cause))
                : null;
        return own != null
                ? own
                : setting.policies()
                        .require(
                                TABLE,
                                ShareRule::of,
                                end,
                                terms,
                                EffectiveTerms.key(cause == Cause.SWITCHING ? Cause.CONVENIENCE : cause));
    }

    static ShareRule of(Row row) {
        return new ShareRule(row.decimal("client_pct"), row.flag("request_until_end"), row.flag("barred"), row.ref());
    }
}
