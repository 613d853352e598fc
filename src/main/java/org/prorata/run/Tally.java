package org.prorata.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.prorata.contract.Dossier;
import org.prorata.ledger.ProfileTotals;

/** Counts what a run comes to, by terms and currency. */
final class Tally {

    private final TreeMap<String, ProfileTotals> profiles = new TreeMap<>();
    private long contracts;
    private long billed;
    private long parked;

    void contract(boolean parkedOne, boolean billedOne) {
        contracts++;
        parked += parkedOne ? 1 : 0;
        billed += billedOne ? 1 : 0;
    }

    /** A contract of the profile has documents. */
    void billed(Dossier dossier) {
        put(dossier, profile(dossier).plus(1, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    void document(Dossier dossier, boolean credit, int lines, BigDecimal net, BigDecimal tax) {
        put(dossier, profile(dossier).plus(0, 1, credit ? 1 : 0, lines, net, tax));
    }

    private ProfileTotals profile(Dossier dossier) {
        return profiles.computeIfAbsent(
                key(dossier),
                key -> new ProfileTotals(
                        dossier.terms(),
                        dossier.currency().getCurrencyCode(),
                        0,
                        0,
                        0,
                        0,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO));
    }

    private void put(Dossier dossier, ProfileTotals profile) {
        profiles.put(key(dossier), profile);
    }

    private static String key(Dossier dossier) {
        return dossier.terms() + " " + dossier.currency().getCurrencyCode();
    }

    long done() {
        return contracts;
    }

    long parked() {
        return parked;
    }

    long billed() {
        return billed;
    }

    List<ProfileTotals> profiles() {
        return List.copyOf(profiles.values());
    }
}
