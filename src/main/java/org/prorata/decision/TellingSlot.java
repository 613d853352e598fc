package org.prorata.decision;

/** A slot of which the rules tell the reader something, or nothing; no decision of its own follows from it. */
public abstract class TellingSlot extends Slot<Void> {}
