package org.prorata.contract.document;

import java.util.Collection;

/** The known name that a misspelt one probably meant. */
public final class Names {

    private Names() {}

    /** The suffix {@code ; did you mean x?}, or nothing when no known name is close. */
    public static String suggestion(String written, Collection<String> known) {
        String best = null;
        int least = written.length() < 3 ? 0 : Math.min(3, written.length() / 2 + 1);
        for (String name : known) {
            int apart = Math.abs(name.length() - written.length()) > 2 ? least : distance(written, name);
            if (apart < least) {
                least = apart;
                best = name;
            }
        }
        return best == null ? "" : "; did you mean " + best + "?";
    }

    /** Letters to insert, drop, replace or swap with their neighbour to turn one name into the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
