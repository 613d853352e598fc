package org.prorata.contract;

import java.math.BigDecimal;

/** Another contract of the same client: its total excluding tax, and whether reversibility was requested for it. */
public record OtherContract(String id, BigDecimal total, boolean reversibilityRequested) {}
