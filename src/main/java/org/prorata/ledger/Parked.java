package org.prorata.ledger;

/** A contract that could not be decided in a run, and why. */
public record Parked(String contract, String code, String message) {}
