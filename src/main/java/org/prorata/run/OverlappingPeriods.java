package org.prorata.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.ChargedTwice;
import org.prorata.store.invoices.Lines;

/**
 * Finds bills that would charge days twice, so that such a contract is left out and the others' invoices can be issued. Where periods
 * overlap, what was billed with this bill is held against one bill of all.
 */
final class OverlappingPeriods {

    private final BatchAnswers answers;
    private final Ask.Bill window;

    OverlappingPeriods(BatchAnswers answers, Ask.Bill window) {
        this.answers = answers;
        this.window = window;
    }

    /**
     * The days that would be charged twice, by contract.
     *
     * @param dossiers as they were told
     * @param open     those that were decided, with all that counts as billed
     * @param answered what is billed to each of these
     */
    Map<String, ChargedTwice.Found> chargedTwice(
            List<Dossier> dossiers, Map<String, BilledToDate> accounts, List<Dossier> open, List<BookAnswer> answered) {
        Map<String, Dossier> told = dossiers.stream().collect(Collectors.toMap(OverlappingPeriods::id, d -> d));
        Map<String, List<ChargedTwice.Found>> overlapping = new HashMap<>();
        List<Dossier> whole = new ArrayList<>();
        Map<String, List<ChargedTwice.Line>> counted = new HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            Dossier dossier = open.get(i);
            List<ChargedTwice.Line> made = made(answered.get(i).decisions());
            if (made.isEmpty()) {
                continue;
            }
            List<ChargedTwice.Line> lines = new ArrayList<>(made);
            BilledToDate account = accounts.get(id(dossier));
            told.get(id(dossier)).billed().orElse(account.opening()).forEach(row -> lines.add(line(row, false)));
            account.own().forEach(own -> lines.add(line(own.billed(), own.catchUp())));
            List<ChargedTwice.Found> found = ChargedTwice.overlapping(lines);
            if (!found.isEmpty()) {
                overlapping.put(id(dossier), found);
                whole.add(dossier.withBilled(List.of()));
                dossier.billed().get().forEach(row -> made.add(line(row, false)));
                counted.put(id(dossier), made);
            }
        }
        Map<String, ChargedTwice.Found> twice = new HashMap<>();
        List<BookAnswer> due =
                answers.of(whole.stream().map(d -> new Request(d, window)).toList());
        for (int i = 0; i < whole.size(); i++) {
            String id = id(whole.get(i));
            if (due.get(i).error() != null) {
                // the bill itself was decided: what keeps days long billed from being decided anew, as a missing rate,
                // is no reason to park
                continue;
            }
            List<ChargedTwice.Line> once = made(due.get(i).decisions());
            overlapping.get(id).stream()
                    .filter(found -> ChargedTwice.net(counted.get(id), found.item())
                                    .compareTo(ChargedTwice.net(once, found.item()))
                            > 0)
                    .findFirst()
                    .ifPresent(found -> twice.put(id, found));
        }
        return twice;
    }

    /** The lines among decisions. */
    private static List<ChargedTwice.Line> made(List<Decision> decisions) {
        List<ChargedTwice.Line> lines = new ArrayList<>();
        for (Decision decision : decisions) {
            if (Lines.is(decision)) {
                lines.add(line(Lines.billed(decision), decision instanceof Decision.Charge charge && charge.catchUp()));
            }
        }
        return lines;
    }

    private static ChargedTwice.Line line(Billed row, boolean catchUp) {
        return new ChargedTwice.Line(row.item(), row.from(), row.to(), row.amount(), row.reason(), catchUp);
    }

    private static String id(Dossier dossier) {
        return dossier.contract().id();
    }
}
