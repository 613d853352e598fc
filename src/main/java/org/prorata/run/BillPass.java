package org.prorata.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Dossier;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.engine.Answer;
import org.prorata.engine.Evaluator.Request;
import org.prorata.store.Account;
import org.prorata.store.Database;
import org.prorata.store.Facts;
import org.prorata.store.Ledger;
import org.prorata.store.Lines;
import org.prorata.store.NewBill;
import org.prorata.store.Parked;

/**
 * Bills contracts: the difference between what the facts make due and what is billed. A contract's first run takes stock:
 * what fell due before its window counts as invoiced as it was due, unless the dossier states what was.
 */
final class BillPass implements Pass {

    private final Facts facts;
    private final Ledger ledger;
    private final Answers answers;
    private final Ask.Bill window;
    private final long known;
    private final long run;
    private final Meter meter;

    /**
     * @param known the recording up to which facts are known
     * @param run   the number of the run; lines of earlier ones are billed
     * @param meter is told the time spent
     */
    BillPass(Database database, Answers answers, Ask.Bill window, long known, long run, Meter meter) {
        this.facts = new Facts(database);
        this.ledger = new Ledger(database);
        this.answers = answers;
        this.window = window;
        this.known = known;
        this.run = run;
        this.meter = meter;
    }

    /** What is billed to one contract; {@code error} is not null when it could not be decided. */
    record Outcome(NewBill bill, CannotDecide error) {
    }

    @Override
    public Worked work(List<String> contracts) {
        List<NewBill> bills = new ArrayList<>();
        List<Parked> parked = new ArrayList<>();
        for (Outcome outcome : outcomes(contracts)) {
            if (outcome.error() == null) {
                bills.add(outcome.bill());
            } else {
                parked.add(new Parked(outcome.bill().dossier().contract().id(), outcome.error().code(), outcome.error().getMessage()));
            }
        }
        return new Worked(tally -> tally(bills, parked, tally), parked, stored -> ledger.write(stored, bills, parked));
    }

    private static void tally(List<NewBill> bills, List<Parked> parked, Tally tally) {
        parked.forEach(one -> tally.contract(true, false));
        for (NewBill bill : bills) {
            tally.contract(false, !bill.documents().isEmpty());
            if (!bill.documents().isEmpty()) {
                tally.billed(bill.dossier());
            }
            bill.documents().forEach(d -> tally.document(bill.dossier(), d.creditNote(), d.lines().size(), d.total().net(),
                    d.total().tax()));
        }
    }

    /** What is billed to each contract, in their order. */
    List<Outcome> outcomes(List<String> contracts) {
        List<Dossier> dossiers = meter.time(Meter.Stage.READ, () -> facts.read(contracts, known));
        Map<String, Account> accounts = meter.time(Meter.Stage.READ, () -> ledger.accounts(contracts, run));
        return meter.time(Meter.Stage.RULES, () -> outcomes(dossiers, accounts));
    }

    private List<Outcome> outcomes(List<Dossier> dossiers, Map<String, Account> accounts) {
        Map<String, CannotDecide> errors = new LinkedHashMap<>();
        Set<String> unopened = takeStock(dossiers.stream()
                .filter(d -> d.billed().isEmpty() && !accounts.get(id(d)).opened()).toList(), accounts, errors);
        List<Dossier> open = dossiers.stream().filter(d -> !errors.containsKey(id(d))).toList();
        List<Answer> answered = answers.of(open.stream().map(d -> new Request(
                d.withBilled(accounts.get(id(d)).billed(d.billed().orElse(null))), window)).toList());
        Map<String, NewBill> bills = new LinkedHashMap<>();
        for (int i = 0; i < open.size(); i++) {
            Dossier dossier = open.get(i);
            Answer answer = answered.get(i);
            if (answer.error() != null) {
                errors.put(id(dossier), answer.error());
            } else {
                bills.put(id(dossier), new NewBill(dossier, accounts.get(id(dossier)),
                        unopened.contains(id(dossier)) ? before(accounts.get(id(dossier))) : null,
                        documents(answer.decisions(), accounts.get(id(dossier)))));
            }
        }
        return dossiers.stream().map(d -> errors.containsKey(id(d))
                ? new Outcome(new NewBill(d, accounts.get(id(d)), null, List.of()), errors.get(id(d)))
                : new Outcome(bills.get(id(d)), null)).toList();
    }

    /** Opens accounts; returns the contracts whose account is open now. */
    private Set<String> takeStock(List<Dossier> unopened, Map<String, Account> accounts, Map<String, CannotDecide> errors) {
        List<Dossier> running = new ArrayList<>();
        for (Dossier dossier : unopened) {
            if (dossier.contract().start().isAfter(before(accounts.get(id(dossier))))) {
                accounts.computeIfPresent(id(dossier), (id, account) -> account.open(List.of()));
            } else {
                running.add(dossier);
            }
        }
        List<Answer> answered = answers.of(running.stream()
                .map(d -> new Request(d, new Ask.Bill(d.contract().start(), before(accounts.get(id(d)))))).toList());
        for (int i = 0; i < running.size(); i++) {
            Answer answer = answered.get(i);
            if (answer.error() != null) {
                errors.put(id(running.get(i)), answer.error());
                continue;
            }
            List<Billed> lines = answer.decisions().stream().filter(Lines::is).map(Lines::billed).toList();
            accounts.computeIfPresent(id(running.get(i)), (id, account) -> account.open(lines));
        }
        return unopened.stream().map(BillPass::id).collect(Collectors.toSet());
    }

    /**
     * The last day that counts as invoiced before: that before the window, or before the one from which on we billed, when
     * the dossier stated until now what was.
     */
    private LocalDate before(Account account) {
        return (account.since() == null ? window.from() : account.since()).minusDays(1);
    }

    private static List<NewBill.Document> documents(List<Decision> decisions, Account account) {
        return decisions.stream().filter(Decision.InvoiceTotal.class::isInstance).map(Decision.InvoiceTotal.class::cast)
                .sorted(Comparator.comparing(Decision.InvoiceTotal::on)).map(total -> {
                    List<Decision> lines = decisions.stream().filter(Lines::is)
                            .filter(line -> Lines.billed(line).on().equals(total.on())).toList();
                    List<Decision.Tax> taxes = decisions.stream().filter(Decision.Tax.class::isInstance)
                            .map(Decision.Tax.class::cast).filter(tax -> tax.on().equals(total.on())).toList();
                    return new NewBill.Document(total.on(), lines, taxes, total,
                            total.net().signum() < 0 ? corrected(lines, account) : null);
                }).toList();
    }

    /** The latest invoice of ours that charged days of a line now credited, or null. */
    private static Long corrected(List<Decision> lines, Account account) {
        Long found = null;
        for (Decision line : lines) {
            Billed credit = Lines.billed(line);
            for (Account.Line own : account.own()) {
                Billed charged = own.billed();
                if (credit.reason().credit() && !charged.reason().credit() && charged.withdrawn() == null && charged.item().equals(credit.item())
                        && !charged.from().isAfter(credit.to()) && !charged.to().isBefore(credit.from())
                        && (found == null || own.invoice() > found)) {
                    found = own.invoice();
                }
            }
        }
        return found;
    }

    private static String id(Dossier dossier) {
        return dossier.contract().id();
    }
}
