package org.prorata.store.backup;

/**
 * A sequence and where it stands.
 *
 * @param called whether {@code last} was given out; if not, it is the next one
 */
public record Counter(String name, long last, boolean called) {}
