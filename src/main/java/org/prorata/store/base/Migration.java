package org.prorata.store.base;

/** A migration that made tables: its version, its file and the checksum of its text. */
public record Migration(String version, String script, int checksum) {}
