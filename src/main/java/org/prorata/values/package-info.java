/** Pure arithmetic on calendar dates and amounts: periods, anchors without drift, half-years, rounding half up once per line, shares (conventions C-DATE and C-MONEY). */
package org.prorata.values;
