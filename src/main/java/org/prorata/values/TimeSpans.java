package org.prorata.values;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of time as disjoint spans in their order, in seconds of the universal clock, so that a night on which the clocks
 * are changed has the hours that it has. Immutable.
 */
public record TimeSpans(List<Span> spans) {

    public static final TimeSpans NONE = new TimeSpans(List.of());

    /** From a second, included, to a later one, excluded. */
    public record Span(long from, long to) {
        public Span {
            if (to <= from) {
                throw new IllegalArgumentException("a span cannot end at " + to + " when it starts at " + from);
            }
        }
    }

    /** The spans must be disjoint and in order; {@link #of(List)} makes them so. */
    public TimeSpans {
        spans = List.copyOf(spans);
    }

    /** The time from one second to another; nothing when the second is not later. */
    public static TimeSpans of(long from, long to) {
        return to <= from ? NONE : new TimeSpans(List.of(new Span(from, to)));
    }

    /** All time that some of the spans cover, each second once. */
    public static TimeSpans of(List<Span> any) {
        List<Span> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparingLong(Span::from));
        List<Span> joined = new ArrayList<>(sorted.size());
        for (Span span : sorted) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || span.from() > last.to()) {
                joined.add(span);
            } else if (span.to() > last.to()) {
                joined.set(joined.size() - 1, new Span(last.from(), span.to()));
            }
        }
        return new TimeSpans(joined);
    }

    /** The time in these or the other spans. */
    public TimeSpans with(TimeSpans other) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(other.spans);
        return of(all);
    }

    /** The time that both have. */
    public TimeSpans common(TimeSpans other) {
        List<Span> both = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < spans.size() && k < other.spans.size()) {
            Span a = spans.get(i);
            Span b = other.spans.get(k);
            if (Math.max(a.from(), b.from()) < Math.min(a.to(), b.to())) {
                both.add(new Span(Math.max(a.from(), b.from()), Math.min(a.to(), b.to())));
            }
            if (a.to() < b.to()) {
                i++;
            } else {
                k++;
            }
        }
        return new TimeSpans(both);
    }

    /** The time of these spans without that of the others. */
    public TimeSpans without(TimeSpans other) {
        List<Span> left = new ArrayList<>();
        for (Span span : spans) {
            long from = span.from();
            for (Span hole : other.spans) {
                if (hole.to() > from && hole.from() < span.to()) {
                    if (hole.from() > from) {
                        left.add(new Span(from, hole.from()));
                    }
                    from = hole.to();
                }
            }
            if (from < span.to()) {
                left.add(new Span(from, span.to()));
            }
        }
        return new TimeSpans(left);
    }

    public long seconds() {
        return spans.stream().mapToLong(span -> span.to() - span.from()).sum();
    }

    /** The minutes, rounded down. */
    public long minutes() {
        return Duration.ofSeconds(seconds()).toMinutes();
    }
}
