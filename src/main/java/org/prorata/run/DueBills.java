package org.prorata.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Dossier;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.ChargedTwice;
import org.prorata.ledger.NewBill;
import org.prorata.store.invoices.Lines;

/** What one rule book bills contracts in a window, given what is known and what is billed of them; stores nothing. */
public final class DueBills {

    private final BatchAnswers answers;
    private final Ask.Bill window;
    private final Earlier earlier;

    /**
     * @param window  with or without credits for missed service levels
     * @param earlier the books of the days before the window's: what fell due under them stays as they made it
     */
    public DueBills(BatchAnswers answers, Ask.Bill window, Earlier earlier) {
        this.answers = answers;
        this.window = window;
        this.earlier = earlier;
    }

    /**
     * What is billed to each contract, in their order.
     *
     * @param accounts what is billed so far; those of which stock is taken are opened in it
     */
    List<BillPass.Outcome> outcomes(List<Dossier> dossiers, Map<String, BilledToDate> accounts) {
        Map<String, CannotDecide> errors = new LinkedHashMap<>();
        Set<String> unopened = new HashSet<>();
        List<Dossier> open = counted(dossiers, accounts, errors, unopened);
        List<BookAnswer> answered =
                answers.of(open.stream().map(d -> new Request(d, window)).toList());
        Map<String, ChargedTwice.Found> twice =
                new OverlappingPeriods(answers, window).chargedTwice(dossiers, accounts, open, answered);
        Map<String, NewBill> bills = new LinkedHashMap<>();
        for (int i = 0; i < open.size(); i++) {
            Dossier dossier = open.get(i);
            BookAnswer answer = answered.get(i);
            if (answer.error() != null) {
                errors.put(id(dossier), answer.error());
                continue;
            }
            ChargedTwice.Found found = twice.get(id(dossier));
            if (found != null) {
                errors.put(
                        id(dossier),
                        new CannotDecide(
                                "days-charged-twice",
                                "days are charged twice: " + found
                                        + "; nothing is billed until the dossier and what it states as billed agree"));
            } else {
                bills.put(
                        id(dossier),
                        new NewBill(
                                dossier,
                                accounts.get(id(dossier)),
                                unopened.contains(id(dossier)) ? before(accounts.get(id(dossier))) : null,
                                documents(answer.decisions()),
                                answer.decisions().stream()
                                        .filter(Decision.Warning.class::isInstance)
                                        .map(Decision.Warning.class::cast)
                                        .toList()));
            }
        }
        return dossiers.stream()
                .map(d -> errors.containsKey(id(d))
                        ? new BillPass.Outcome(
                                new NewBill(d, accounts.get(id(d)), null, List.of(), List.of()), errors.get(id(d)))
                        : new BillPass.Outcome(bills.get(id(d)), null))
                .toList();
    }

    /**
     * The contracts with all that counts as billed of them before the window's bill.
     *
     * @param errors   is told of those of which that cannot be told
     * @param unopened is told of those whose accounts are opened now
     */
    public List<Dossier> counted(
            List<Dossier> dossiers,
            Map<String, BilledToDate> accounts,
            Map<String, CannotDecide> errors,
            Set<String> unopened) {
        unopened.addAll(takeStock(
                dossiers.stream()
                        .filter(d ->
                                d.billed().isEmpty() && !accounts.get(id(d)).opened())
                        .toList(),
                accounts,
                errors));
        Map<String, Earlier.Closed> closed = earlier.closed(
                dossiers.stream().filter(d -> !errors.containsKey(id(d))).toList(), answers, window);
        closed.forEach((id, days) -> {
            if (days.stock().error() != null) {
                errors.put(id, days.stock().error());
            }
        });
        List<Dossier> open =
                dossiers.stream().filter(d -> !errors.containsKey(id(d))).toList();
        Map<String, List<Billed>> restated = earlier.restated(open, answers, window);
        return open.stream()
                .map(d -> {
                    List<Billed> all = accounts.get(id(d)).billed(d.billed().orElse(null));
                    List<Billed> billed = new ArrayList<>(
                            closed.containsKey(id(d)) ? closed.get(id(d)).counted(all) : all);
                    billed.addAll(restated.getOrDefault(id(d), List.of()));
                    return d.withBilled(billed);
                })
                .toList();
    }

    /** Opens accounts; returns the contracts whose account is open now. */
    private Set<String> takeStock(
            List<Dossier> unopened, Map<String, BilledToDate> accounts, Map<String, CannotDecide> errors) {
        List<Dossier> running = new ArrayList<>();
        for (Dossier dossier : unopened) {
            if (dossier.contract().start().isAfter(before(accounts.get(id(dossier))))) {
                accounts.computeIfPresent(id(dossier), (id, account) -> account.open(List.of()));
            } else {
                running.add(dossier);
            }
        }
        Map<String, LocalDate> ends =
                running.stream().collect(Collectors.toMap(DueBills::id, d -> before(accounts.get(id(d)))));
        earlier.due(running, ends, answers, window).forEach((id, stock) -> {
            if (stock.error() != null) {
                errors.put(id, stock.error());
            } else {
                accounts.computeIfPresent(id, (same, account) -> account.open(stock.lines()));
            }
        });
        return unopened.stream().map(DueBills::id).collect(Collectors.toSet());
    }

    /**
     * The last day that counts as invoiced before: that before the window, or before the one from which on we billed, when
     * the dossier stated until now what was, or before the first one in which a run could not decide the contract.
     */
    private LocalDate before(BilledToDate account) {
        LocalDate first = account.since() == null ? window.from() : account.since();
        return (account.parked() != null && account.parked().isBefore(first) ? account.parked() : first).minusDays(1);
    }

    private static List<NewBill.NewDocument> documents(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision.InvoiceTotal.class::isInstance)
                .map(Decision.InvoiceTotal.class::cast)
                .sorted(Comparator.comparing(Decision.InvoiceTotal::on))
                .map(total -> {
                    List<Decision> lines = decisions.stream()
                            .filter(Lines::is)
                            .filter(line -> Lines.billed(line).on().equals(total.on()))
                            .toList();
                    List<Decision.Tax> taxes = decisions.stream()
                            .filter(Decision.Tax.class::isInstance)
                            .map(Decision.Tax.class::cast)
                            .filter(tax -> tax.on().equals(total.on()))
                            .toList();
                    return new NewBill.NewDocument(total.on(), lines, taxes, total);
                })
                .toList();
    }

    private static String id(Dossier dossier) {
        return dossier.contract().id();
    }
}
