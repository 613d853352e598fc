package org.prorata.ledger;

/** A warning about a contract, with its decision in canonical JSON. */
public record ContractWarning(String contract, String decision) {}
