package org.prorata.subject.course;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Item;
import org.prorata.contract.Revision;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Series;

/**
 * One revision of a price by index, at an anniversary: price of the order × (fixed part + share × newer index ÷ base
 * index), rounded once. Cap and floor bind against the price in force before. The rules compare the price by index with the prices at them.
 */
public final class IndexSlot extends Slot<BigDecimal> {

    private final Item item;
    private final LocalDate day;
    private final Revision revision;
    private final BigDecimal ordered;
    private final BigDecimal before;
    private final YearMonth baseMonth;
    private final YearMonth month;
    private final Series.Value base;
    private final Series.Value newer;
    private final IndexRule.Link link;
    private final int digits;
    private final BigDecimal byIndex;
    private final BigDecimal ceiling;
    private final BigDecimal floor;

    /**
     * The price of an order.
     *
     * @param month month of its index
     */
    record Ordered(BigDecimal price, YearMonth month) {}

    /**
     * @param before the price in force until the day
     * @param month  month of the newer index
     */
    IndexSlot(
            Item item,
            LocalDate day,
            Revision revision,
            IndexRule index,
            Ordered ordered,
            BigDecimal before,
            YearMonth month,
            int digits) {
        this.item = item;
        this.day = day;
        this.revision = revision;
        this.ordered = ordered.price();
        this.before = before;
        this.baseMonth = ordered.month();
        this.month = month;
        this.base = index.of(baseMonth);
        this.newer = index.of(month);
        this.link = index.link(newer, base);
        this.digits = revision.decimals() == null ? digits : revision.decimals();
        this.byIndex = priceByIndex();
        this.ceiling = bound(revision.capPct());
        this.floor = bound(revision.floorPct());
    }

    @Override
    public String about() {
        return "the price of " + item.id() + " by index on " + day;
    }

    public Item item() {
        return item;
    }

    public LocalDate day() {
        return day;
    }

    public BigDecimal before() {
        return before;
    }

    private BigDecimal linked() {
        return link == null ? newer.value() : newer.value().multiply(link.coefficient());
    }

    private BigDecimal priceByIndex() {
        BigDecimal fixed = BigDecimal.ONE.subtract(revision.share()).multiply(base.value());
        return ordered.multiply(fixed.add(revision.share().multiply(linked())))
                .divide(base.value(), digits, RoundingMode.HALF_UP);
    }

    private BigDecimal bound(BigDecimal pct) {
        return pct == null
                ? null
                : before.add(before.multiply(pct).movePointLeft(2)).setScale(digits, RoundingMode.HALF_UP);
    }

    /** The price as the index has it, rounded. */
    public BigDecimal getPriceByIndex() {
        return byIndex;
    }

    /** The highest price that the cap allows, or null: there is no cap. */
    public BigDecimal getCeiling() {
        return ceiling;
    }

    /** The lowest price that the floor allows, or null: there is no floor. */
    public BigDecimal getFloor() {
        return floor;
    }

    /** The price as the index has it. */
    public void byIndex(String by) {
        price(by, byIndex, "revision.by_index");
    }

    /** The price before, raised by no more than the cap. */
    public void atCap(String by) {
        price(by, ceiling, "revision.at_cap", revision.capPct());
    }

    /** The price before, moved by no less than the floor. */
    public void atFloor(String by) {
        price(by, floor, "revision.at_floor", revision.floorPct());
    }

    private void price(String by, BigDecimal price, String key, Object... more) {
        List<Object> figures = new ArrayList<>(
                List.of(price, ordered, revision.share(), linked(), month, base.value(), baseMonth, byIndex));
        figures.addAll(List.of(more));
        List<TableRow> rows = new ArrayList<>(List.of(newer.row(), base.row()));
        if (link != null) {
            rows.add(link.row());
        }
        propose(by, price, Reason.of(key, figures.toArray()), rows.toArray(TableRow[]::new));
    }
}
