package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** What the law makes of claims from before the judgment that opened the client's insolvency proceedings. */
public record Insolvency(LocalDate judgment, LocalDate declareBy, TableRow row) {

    private static final TableId TABLE = TableId.of("statute", "insolvency", "country");

    private record Rule(int months, TableRow row) {

        static Rule of(Row row) {
            return new Rule(row.integer("declaration_months"), row.ref());
        }
    }

    /** Null without a judgment, or where the seller's law is not among the tables. */
    public static Insolvency find(EffectiveTerms setting) {
        LocalDate judgment = setting.dossier().customer().insolventFrom();
        Rule rule =
                judgment == null ? null : setting.policies().find(TABLE, Rule::of, judgment, setting.sellerCountry());
        return rule == null ? null : new Insolvency(judgment, judgment.plusMonths(rule.months()), rule.row());
    }
}
