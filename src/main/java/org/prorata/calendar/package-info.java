/** Pure arithmetic on calendar dates: periods, anchors without drift, half-years. Convention C-DATE. */
package org.prorata.calendar;
