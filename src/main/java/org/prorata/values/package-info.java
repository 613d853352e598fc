/** Decimal arithmetic of amounts: rounding half up once per line, cumulative spread, shares. Convention C-MONEY. */
package org.prorata.values;
