package org.prorata.store.facts;

import java.math.BigDecimal;

/** The newest version of a fact: its number for good, its place among its like, and whether it was removed since. */
record NewestFact<T>(int number, BigDecimal place, boolean removed, T fact) {}
