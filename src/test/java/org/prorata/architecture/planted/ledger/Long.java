package org.prorata.architecture.planted.ledger;

/** Takes too much at once, and lends a name that is taken. */
final class Long {

    final int sum;

    Long(int a, int b, int c, int d, int e, int f, int g, int h, int i) {
        sum = a + b + c + d + e + f + g + h + i;
    }

    /** The name of a use case. */
    static final class Billing {}

    /** More than one looks at. */
    record Wide(
            int a,
            int b,
            int c,
            int d,
            int e,
            int f,
            int g,
            int h,
            int i,
            int j,
            int k,
            int l,
            int m,
            int n,
            int o,
            int p) {}
}
