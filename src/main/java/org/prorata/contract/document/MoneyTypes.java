package org.prorata.contract.document;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import org.prorata.contract.Item;

/** The types of amounts and prices in the dossier's currency; null, an unknown one, checks no digits. */
record MoneyTypes(Currency currency) {

    /** Decimals of a price for one unit or hour: small units cost fractions of a cent. */
    private static final int UNIT_PRICE_DECIMALS = 4;

    private static final Set<Item.Per> UNITS = EnumSet.of(Item.Per.UNIT, Item.Per.HOUR);

    FieldType<BigDecimal> amount() {
        return currency == null
                ? Types.decimal(UNIT_PRICE_DECIMALS, "")
                : Types.decimal(
                        currency.getDefaultFractionDigits(),
                        currency.getCurrencyCode() + " has " + currency.getDefaultFractionDigits());
    }

    /** A price for {@code per}; null where it is not known. */
    FieldType<BigDecimal> price(Item.Per per) {
        if (currency == null || per == null || UNITS.contains(per)) {
            return Types.decimal(
                    Math.max(UNIT_PRICE_DECIMALS, currency == null ? 0 : currency.getDefaultFractionDigits()),
                    "a price per unit or hour has at most " + UNIT_PRICE_DECIMALS);
        }
        return amount();
    }
}
