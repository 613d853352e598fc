package org.prorata.architecture.planted.app;

/** A use case, which a door may know. */
public final class Billing {}
