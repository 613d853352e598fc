package org.prorata.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.ledger.Impact;

/** The entries of one contract that differ between two books, each with what it is put down to. */
final class ContractDifference {

    private final Attribution causes;
    private final Dossier dossier;
    private final List<Pair> pairs = new ArrayList<>();
    /** All that the contract's answers cite of changed rows. */
    private final Attribution.Found cited = Attribution.nothing();

    /** The entries of one question that differ, and what its whole answers cite. */
    private record Pair(BookAmount before, BookAmount after, Attribution.Found ofAnswer) {

        BookAmount either() {
            return after == null ? before : after;
        }

        Decision old() {
            return before == null ? null : before.decision();
        }

        Decision now() {
            return after == null ? null : after.decision();
        }
    }

    ContractDifference(Attribution causes, Dossier dossier) {
        this.causes = causes;
        this.dossier = dossier;
    }

    /** Takes the entries of one question and all decisions of its answers. */
    void add(
            List<BookAmount> before,
            List<BookAmount> after,
            List<? extends Decision> answerBefore,
            List<? extends Decision> answerAfter) {
        Map<BookAmount.Key, List<BookAmount>> was = keyed(before);
        Map<BookAmount.Key, List<BookAmount>> is = keyed(after);
        Attribution.Found ofAnswer = null;
        for (BookAmount.Key key : joined(was, is)) {
            List<BookAmount> left = was.getOrDefault(key, List.of());
            List<BookAmount> right = is.getOrDefault(key, List.of());
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                BookAmount one = i < left.size() ? left.get(i) : null;
                BookAmount other = i < right.size() ? right.get(i) : null;
                if (!same(one, other)) {
                    if (ofAnswer == null) {
                        ofAnswer = causes.of(answerBefore, answerAfter);
                        cited.add(ofAnswer);
                    }
                    pairs.add(new Pair(one, other, ofAnswer));
                }
            }
        }
    }

    private static Iterable<BookAmount.Key> joined(Map<BookAmount.Key, ?> was, Map<BookAmount.Key, ?> is) {
        Map<BookAmount.Key, Object> all = new LinkedHashMap<>(was);
        all.putAll(is);
        return all.keySet();
    }

    private static Map<BookAmount.Key, List<BookAmount>> keyed(List<BookAmount> entries) {
        Map<BookAmount.Key, List<BookAmount>> keyed = new LinkedHashMap<>();
        entries.forEach(entry ->
                keyed.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry));
        keyed.values().forEach(alike -> alike.sort(BookAmount.ORDER));
        return keyed;
    }

    private static boolean same(BookAmount one, BookAmount other) {
        return one != null
                && other != null
                && one.to().equals(other.to())
                && one.on().equals(other.on())
                && one.amount().compareTo(other.amount()) == 0;
    }

    List<Impact.Line> lines() {
        List<Impact.Line> lines = new ArrayList<>();
        for (Pair pair : pairs) {
            BookAmount entry = pair.either();
            Attribution.Found found = found(pair);
            lines.add(new Impact.Line(
                    dossier.contract().id(),
                    dossier.currency().getCurrencyCode(),
                    entry.subject(),
                    entry.item(),
                    entry.what(),
                    entry.from(),
                    entry.to(),
                    entry.on(),
                    pair.before() == null ? null : pair.before().amount(),
                    pair.after() == null ? null : pair.after().amount(),
                    found.none() ? Attribution.clauses(pair.old(), pair.now()) : found.clauses(),
                    found.text()));
        }
        return lines;
    }

    /**
     * What the entry itself cites; else what the others of its invoicing day do, as a tax follows its lines; else its whole answer;
     * else all that the contract's answers do.
     */
    private Attribution.Found found(Pair pair) {
        Attribution.Found own = causes.of(pair.old(), pair.now());
        if (!own.none()) {
            return own;
        }
        Attribution.Found ofDay = Attribution.nothing();
        LocalDate on = pair.either().on();
        pairs.stream()
                .filter(other -> other.ofAnswer() == pair.ofAnswer()
                        && other.either().on().equals(on))
                .forEach(other -> ofDay.add(causes.of(other.old(), other.now())));
        return !ofDay.none() ? ofDay : !pair.ofAnswer().none() ? pair.ofAnswer() : cited;
    }
}
