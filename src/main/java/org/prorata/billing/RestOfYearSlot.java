package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.calendar.Period;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;
import org.prorata.money.Amounts;

/** The parts of the running year that are not invoiced when a contract ends, due at once. */
public final class RestOfYearSlot extends ChargeSlot {

    private final BigDecimal price;
    private final int partsBefore;
    private final int parts;
    private final TableRow row;

    /**
     * @param partsBefore parts of the year invoiced by the end
     * @param parts       parts of a year
     */
    RestOfYearSlot(Item item, BigDecimal price, int partsBefore, int parts, Period rest, LocalDate on, TableRow row,
                   int digits) {
        super(item, rest, rest, on, ChargeReason.REMAINING, digits);
        this.price = price;
        this.partsBefore = partsBefore;
        this.parts = parts;
        this.row = row;
    }

    /** The year's price less the parts before the end, rounded cumulatively. */
    public void rest(String by) {
        BigDecimal year = Amounts.share(price.multiply(item().quantity()), 12, item().per().months(), digits());
        BigDecimal before = Amounts.share(price.multiply(item().quantity()), 12L * partsBefore,
                (long) item().per().months() * parts, digits());
        line(by, item().quantity(), year.subtract(before), row, "charge.rest_of_year", parts - partsBefore, parts,
                year, before);
    }
}
