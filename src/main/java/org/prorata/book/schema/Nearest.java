package org.prorata.book.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The allowed word that a misspelt one most likely meant. */
public final class Nearest {

    private Nearest() {}

    /** By the least number of changed letters; null when none is close. */
    public static String to(String word, Collection<String> allowed) {
        String small = word.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, Math.min(word.length(), 60) / 3);
        return word.length() > 60
                ? null
                : allowed.stream()
                        .filter(known -> distance(small, known.toLowerCase(Locale.ROOT)) <= limit)
                        .min(Comparator.comparingInt(known -> distance(small, known.toLowerCase(Locale.ROOT))))
                        .orElse(null);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
