package org.prorata.billing;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/**
 * Category and rate of tax, as a row says.
 *
 * @param row null where the item states the rate, or the line that is corrected
 */
public record TaxRule(String category, BigDecimal ratePct, TableRow row, boolean ofCorrected) {

    TaxRule(String category, BigDecimal ratePct, TableRow row) {
        this(category, ratePct, row, false);
    }

    boolean same(TaxRule other) {
        return category.equals(other.category) && ratePct.compareTo(other.ratePct) == 0;
    }

    static final TableId TABLE = TableId.of("vat", "rates", "seller_country", "client", "professional", "vat_id", "kind");
    static final TableId MEMBERS = TableId.of("vat", "eu-members", "country");

    static TaxRule of(Row row) {
        return new TaxRule(row.text("category"), row.decimal("rate_pct"), row.ref());
    }
}
