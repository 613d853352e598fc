package org.prorata.values;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Arithmetic on amounts. Decimals only; what is rounded is rounded half up, to the digits of the currency, once. */
public final class Amounts {

    private Amounts() {}

    /** The amount rounded half up to {@code digits} digits. */
    public static BigDecimal round(BigDecimal amount, int digits) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }

    /** {@code amount × part ÷ whole}, rounded half up once. */
    public static BigDecimal share(BigDecimal amount, long part, long whole, int digits) {
        return amount.multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }

    /** {@code amount × part ÷ whole}, rounded half up once. */
    public static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole, int digits) {
        return amount.multiply(part).divide(whole, digits, RoundingMode.HALF_UP);
    }

    /**
     * Part {@code k} of {@code n} of a price: round(price×k÷n) − round(price×(k−1)÷n), so that the n parts add up to
     * the rounded price exactly (C-SPREAD).
     */
    public static BigDecimal part(BigDecimal price, int k, int n, int digits) {
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("part " + k + " of " + n);
        }
        return k == 1
                ? share(price, 1, n, digits)
                : share(price, k, n, digits).subtract(share(price, k - 1L, n, digits));
    }

    /**
     * {@code price × num1 ÷ den1 × num2 ÷ den2}, rounded half up once: the price of a nominal period that is itself a
     * share of a year, taken for some of its days (C-DAILY).
     */
    public static BigDecimal shareOfShare(BigDecimal price, long num1, long den1, long num2, long den2, int digits) {
        return price.multiply(BigDecimal.valueOf(Math.multiplyExact(num1, num2)))
                .divide(BigDecimal.valueOf(Math.multiplyExact(den1, den2)), digits, RoundingMode.HALF_UP);
    }

    /** The greater of the amount and zero, in the amount's own scale. */
    public static BigDecimal notBelowZero(BigDecimal amount) {
        return amount.signum() < 0 ? amount.subtract(amount) : amount;
    }
}
