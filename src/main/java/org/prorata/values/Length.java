package org.prorata.values;

/**
 * A length of time that prices are for and periods are billed by, in whole months.
 *
 * @param months at least one
 */
public record Length(int months) implements Comparable<Length> {

    /** The lengths that dossiers know, the shortest first. */
    private static final Length[] KNOWN = {new Length(1), new Length(3), new Length(6), new Length(12)};

    public static Length of(int months) {
        for (Length known : KNOWN) {
            if (known.months == months) {
                return known;
            }
        }
        return new Length(months);
    }

    /** The next longer of the known lengths, or a month more where there is none. */
    public Length longer() {
        for (Length known : KNOWN) {
            if (known.months > months) {
                return known;
            }
        }
        return new Length(months + 1);
    }

    /** The next shorter of the known lengths, or a month less where there is none. */
    public Length shorter() {
        for (int i = KNOWN.length - 1; i >= 0; i--) {
            if (KNOWN[i].months < months) {
                return KNOWN[i];
            }
        }
        return new Length(months - 1);
    }

    @Override
    public int compareTo(Length other) {
        return Integer.compare(months, other.months);
    }
}
