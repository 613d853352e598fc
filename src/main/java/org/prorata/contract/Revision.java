package org.prorata.contract;

import java.math.BigDecimal;
import java.time.YearMonth;

/** Price revision by index. Share between 0 and 1; cap and floor in per cent of the price, or null. */
public record Revision(
        String index,
        YearMonth baseMonth,
        BigDecimal share,
        BigDecimal capPct,
        BigDecimal floorPct,
        Integer decimals) {}
