package org.prorata.ledger;

import java.math.BigDecimal;

/** What the documents of a run come to in one currency; of debit notes net and gross are their amount. */
public record RunTotal(String currency, long documents, long lines, BigDecimal net, BigDecimal tax, BigDecimal gross) {}
