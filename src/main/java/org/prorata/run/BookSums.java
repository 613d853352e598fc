package org.prorata.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.contract.Dossier;
import org.prorata.ledger.Impact;
import org.prorata.ledger.Impact.Subject;

/** All amounts of both books, changed or not. */
final class BookSums {

    private final TreeMap<String, Map<Subject, Impact.Sum>> sums = new TreeMap<>();

    void add(Dossier dossier, Subject subject, BigDecimal before, BigDecimal after) {
        String currency = dossier.currency().getCurrencyCode();
        sums.computeIfAbsent(currency, key -> new TreeMap<>())
                .merge(
                        subject,
                        new Impact.Sum(currency, subject, before, after),
                        (a, b) -> new Impact.Sum(
                                currency,
                                subject,
                                a.before().add(b.before()),
                                a.after().add(b.after())));
    }

    List<Impact.Sum> all() {
        return sums.values().stream().flatMap(of -> of.values().stream()).toList();
    }
}
