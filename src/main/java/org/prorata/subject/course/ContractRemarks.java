package org.prorata.subject.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Item;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.RenewalTelling;

/** What a contract as such may be told to its reader for: a framework that is over, a plan that is only renewed. */
public final class ContractRemarks {

    /** The last day of a framework on which contracts rest. */
    private record Framework(LocalDate lastDay, TableRow row) {

        static final TableId TABLE = TableId.of("contract-terms", "framework", "terms");

        static Framework of(Row row) {
            return new Framework(row.date("last_day"), row.ref());
        }
    }

    /** The day before which somebody must have subscribed to a plan that is only renewed. */
    private record OldPlan(LocalDate subscribedBefore, TableRow row) {

        static final TableId TABLE = TableId.of("contract-terms", "plans", "terms", "edition");

        static OldPlan of(Row row) {
            return new OldPlan(row.date("subscribed_before"), row.ref());
        }
    }

    private ContractRemarks() {}

    /** @param last last day that is looked at, or null: the contract runs on */
    public static List<FindingSlot> framework(EffectiveTerms setting, LocalDate last) {
        Framework rule = setting.policies()
                .find(
                        Framework.TABLE,
                        Framework::of,
                        setting.dossier().contract().start(),
                        setting.dossier().terms());
        if (rule == null) {
            return List.of();
        }
        Reason why = last == null
                ? Reason.of("finding.framework_over_open", rule.lastDay())
                : Reason.of("finding.framework_over", rule.lastDay(), last);
        return List.of(FindingSlot.possible(Finding.FRAMEWORK_OVER, why, rule.row())
                .on(last)
                .within(null, rule.lastDay()));
    }

    /** Whether the client was told of a renewal in time; {@code notice} null: the law says nothing of it. */
    public static List<FindingSlot> renewal(RenewalTelling notice) {
        if (notice == null) {
            return List.of();
        }
        return List.of(FindingSlot.possible(
                        Finding.RENEWAL_NOT_ANNOUNCED,
                        Reason.of("finding.renewal_not_announced", notice.renewal(), notice.first(), notice.last()),
                        notice.row())
                .on(notice.told())
                .within(notice.first(), notice.last()));
    }

    /** Of those items that bear a plan which terms only renew. */
    public static List<FindingSlot> plans(EffectiveTerms setting, List<Item> items) {
        List<FindingSlot> remarks = new ArrayList<>(0);
        for (Item item : items) {
            OldPlan rule = item.plan() == null
                    ? null
                    : setting.policies()
                            .find(
                                    OldPlan.TABLE,
                                    OldPlan::of,
                                    item.from(),
                                    setting.dossier().terms(),
                                    EffectiveTerms.key(item.plan()));
            if (rule != null) {
                remarks.add(FindingSlot.possible(
                                Finding.PLAN_ONLY_RENEWED,
                                Reason.of(
                                        "finding.plan_only_renewed",
                                        item.id(),
                                        item.plan(),
                                        rule.subscribedBefore(),
                                        item.from()),
                                rule.row())
                        .on(item.from())
                        .within(rule.subscribedBefore(), null));
            }
        }
        return remarks;
    }
}
