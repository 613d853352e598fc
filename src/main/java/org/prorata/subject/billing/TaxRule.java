package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Customer;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.ClientPlace;
import org.prorata.subject.terms.EffectiveTerms;

/**
 * Category and rate of tax, as a row says.
 *
 * @param row null where the item states the rate, or the line that is corrected
 */
public record TaxRule(String category, BigDecimal ratePct, TableRow row, boolean ofCorrected) {

    TaxRule(String category, BigDecimal ratePct, TableRow row) {
        this(category, ratePct, row, false);
    }

    private static final List<String> KINDS = EffectiveTerms.keys(Item.Kind.class);
    private static final List<String> PLACES = EffectiveTerms.keys(ClientPlace.class);

    boolean same(TaxRule other) {
        return this == other || category.equals(other.category) && ratePct.compareTo(other.ratePct) == 0;
    }

    static final TableId TABLE =
            TableId.of("vat", "rates", "seller_country", "client", "professional", "vat_id", "kind");
    static final TableId MEMBERS = TableId.of("vat", "eu-members", "country");

    /** The tax of an item on a day: what the item states, else the row for seller, client and kind of item. */
    public static TaxRule of(EffectiveTerms setting, Item item, LocalDate on) {
        if (item.vatPct() != null) {
            return new TaxRule(item.vatPct().signum() == 0 ? "Z" : "S", item.vatPct(), null);
        }
        return of(setting, item.kind(), on);
    }

    /** The tax of a kind of item on a day, as the row for seller and client says. */
    public static TaxRule of(EffectiveTerms setting, Item.Kind kind, LocalDate on) {
        return setting.policies().require(TABLE, TaxRule::of, on, key(setting, kind, on));
    }

    /** What the table is asked with. */
    static String[] key(EffectiveTerms setting, Item.Kind kind, LocalDate on) {
        Customer customer = setting.dossier().customer();
        return new String[] {
            setting.sellerCountry(),
            PLACES.get(client(setting, on).ordinal()),
            customer.professional() ? "yes" : "no",
            customer.vatId() == null ? "no" : "yes",
            KINDS.get(kind.ordinal())
        };
    }

    private static ClientPlace client(EffectiveTerms setting, LocalDate on) {
        String country = setting.clientCountry();
        if (country.equals(setting.sellerCountry())) {
            return ClientPlace.DOMESTIC;
        }
        return setting.policies().find(MEMBERS, Row::ref, on, country) == null ? ClientPlace.OTHER : ClientPlace.EU;
    }

    static TaxRule of(Row row) {
        return new TaxRule(row.text("category"), row.decimal("rate_pct"), row.ref());
    }
}
