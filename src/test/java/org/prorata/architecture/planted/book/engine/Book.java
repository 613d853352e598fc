package org.prorata.architecture.planted.book.engine;

/** A rule book, which no door may know. */
public final class Book {}
