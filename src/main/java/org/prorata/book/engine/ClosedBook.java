package org.prorata.book.engine;

/**
 * A rule book of another calculation than this program's, by its version: what was decided by it stays as it was, and nothing can be
 * decided by it here. That is told by the calculation alone; its rules may name what is no longer there.
 */
public record ClosedBook(String version, int calculation) {}
