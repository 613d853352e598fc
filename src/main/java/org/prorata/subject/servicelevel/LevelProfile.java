package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.LevelMethod;
import org.prorata.subject.billing.OwedCredits;

/**
 * What the terms promise about their service level.
 *
 * @param zone      null where no times are counted
 * @param period    {@code month} or {@code contract_year}, null: as asked
 * @param targetPct null where only bands say it
 * @param creditAs  how a credit stands on invoices, null: it does not
 */
public record LevelProfile(
        ZoneId zone,
        String period,
        boolean onlyInForce,
        LevelMethod method,
        BigDecimal targetPct,
        boolean claimNeeded,
        boolean claimFromSending,
        OwedCredits.As creditAs,
        TableRow row) {

    public static final TableId TABLE = TableId.of("service-level", "profile", "terms");

    public static LevelProfile of(Row row) {
        return new LevelProfile(
                row.text("zone") == null ? null : ZoneId.of(row.text("zone")),
                row.text("period"),
                row.flag("only_in_force"),
                row.choice("method", LevelMethod.class),
                row.decimal("target_pct"),
                row.flag("claim_needed"),
                row.flag("claim_from_sending"),
                row.choice("credit_as", OwedCredits.As.class),
                row.ref());
    }

    /** Whether availability is computed at all. */
    boolean measured() {
        return method != LevelMethod.NO_FIGURES && method != LevelMethod.SILENT;
    }
}
