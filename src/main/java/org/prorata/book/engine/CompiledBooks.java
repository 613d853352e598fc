package org.prorata.book.engine;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Books of stored texts, each compiled once per process and held as long as there is memory. */
public final class CompiledBooks {

    private static final Map<String, SoftReference<RuleBook>> BY_VERSION = new ConcurrentHashMap<>();

    private CompiledBooks() {}

    /**
     * The book of a source that the caller has read and found whole.
     *
     * @throws IllegalArgumentException when a rule does not compile
     */
    public static RuleBook of(BookSource source) {
        RuleBook[] held = new RuleBook[1];
        BY_VERSION.compute(source.version(), (version, last) -> {
            held[0] = last == null ? null : last.get();
            if (held[0] != null) {
                return last;
            }
            held[0] = RuleBook.compile(source);
            return new SoftReference<>(held[0]);
        });
        return held[0];
    }
}
