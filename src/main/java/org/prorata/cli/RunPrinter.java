package org.prorata.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.prorata.app.RunOutcome;
import org.prorata.contract.Ask;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.ContractWarning;
import org.prorata.ledger.Parked;
import org.prorata.ledger.ProfileTotals;
import org.prorata.ledger.Progress;
import org.prorata.ledger.SettledDays;
import org.prorata.ledger.TakenAsInvoiced;

/** Shows what a run came to. */
final class RunPrinter {

    private static final int SHOWN = 20;

    private static final String ROW = "  %-21s %9s %9s %8s %7s %15s %15s %15s%n";

    private final PrintWriter out;
    private final PrintWriter err;

    RunPrinter(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Progress as a bar on a terminal, as plain lines now and then elsewhere. */
    Progress progress() {
        return new ProgressLine(err, System.console() != null, System::nanoTime);
    }

    /** Totals by profile, what is parked and why; returns the exit status. */
    int show(RunOutcome result) {
        boolean bill = result.run().ask() instanceof Ask.Bill;
        out.println((result.run().preview() ? "Preview, run " : "Run ")
                + result.run().id() + ", " + title(result.run().ask())
                + ": " + result.counts().contracts() + " contracts, "
                + result.counts().billed()
                + (bill ? " billed, " : " claimed, ") + result.counts().nothingDue() + " with nothing due, "
                + result.counts().parked() + " parked");
        if (result.wentOn()) {
            out.println("Went on with run " + result.run().id()
                    + " where it broke off: what it knew and by which rules it was begun"
                    + " still hold; facts told since then come with the next run.");
        }
        if (result.stopped()) {
            out.println("Stopped before it was done; what is stored is whole. To go on: "
                    + result.run().command());
            return Status.FAILING;
        }
        if (result.nothingMore() && result.counts().parked() > 0) {
            out.println(
                    bill
                            ? "Nothing is billed; what is due of the contracts that are parked is not known."
                            : "Nothing is claimed; what the contracts owe that are parked is not known.");
        } else if (result.nothingMore()) {
            out.println(
                    bill
                            ? "Nothing more to bill: all that is due is billed."
                            : "Nothing more to claim: all that is owed is claimed.");
        } else {
            table(result.profiles(), result.run().ask());
        }
        settled(result.settled());
        result.parked().stream().limit(SHOWN).forEach(this::parked);
        if (result.counts().parked() > SHOWN) {
            out.println("  … and " + (result.counts().parked() - SHOWN) + " more" + ": prorata parked "
                    + result.run().id());
        }
        if (!result.run().preview() && result.run().head() != null) {
            out.println("Rule book " + result.run().book());
            out.println("Audit log at " + result.run().head());
        }
        result.mismatches().forEach(mismatch -> err.println("does not add up: " + mismatch));
        return result.counts().parked() > 0 || !result.mismatches().isEmpty() ? Status.FAILING : Status.DONE;
    }

    /** What a run left alone because this program cannot decide it again; null: nothing. */
    void settled(SettledDays days) {
        if (days != null) {
            out.println("What fell due up to " + days.last()
                    + " counts as it was billed and is not laid out again: rule book"
                    + (days.books().size() == 1 ? " " : "s ")
                    + days.books().stream().map(SettledDays.Book::version).collect(Collectors.joining(", "))
                    + (days.books().size() == 1 ? " is" : " are") + " of calculation "
                    + days.books().stream()
                            .map(SettledDays.Book::calculation)
                            .distinct()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))
                    + ", this program has " + days.calculation()
                    + ". What is told later about those days is made good by hand.");
        }
    }

    /**
     * What the rules told the reader of contracts while they were billed.
     *
     * @param first the first of them
     * @param count how many there are
     */
    void warnings(List<ContractWarning> first, long count) {
        Sentences sentences = new Sentences(Locale.ENGLISH);
        first.forEach(told -> out.println("  warning "
                + Arrivals.text(told.contract(), (Decision.Warning) CanonicalJson.read(told.decision()), sentences)));
        if (count > first.size()) {
            out.println("  … and " + (count - first.size()) + " more warnings");
        }
    }

    /** What a run met for the first time and took as invoiced before, which no run bills. */
    void takenOver(TakenAsInvoiced taken) {
        if (taken.contracts() == 0) {
            return;
        }
        boolean one = taken.contracts() == 1;
        out.println(taken.contracts() + (one ? " contract is" : " contracts are")
                + " met for the first time: what fell due before " + taken.before()
                + " counts as invoiced before and is not billed, "
                + taken.sums().entrySet().stream()
                        .map(sum -> money(sum.getValue()) + " " + sum.getKey())
                        .collect(Collectors.joining(", "))
                + " in all; where that is wrong, " + (one ? "its" : "a") + " dossier states billed: []");
        taken.first()
                .forEach(contract -> out.println("  " + contract.id() + ": " + money(contract.net()) + " "
                        + contract.currency() + " from " + contract.from() + " to " + contract.to()));
    }

    private static String title(Ask ask) {
        return ask instanceof Ask.Bill bill
                ? "bill from " + bill.from() + " to " + bill.to()
                : "late payment on " + ((Ask.Late) ask).on();
    }

    /** One row a profile, and one for all; amounts of different currencies are never added up. */
    void table(List<ProfileTotals> profiles, Ask ask) {
        if (profiles.isEmpty()) {
            return;
        }
        boolean bill = ask instanceof Ask.Bill;
        List<String> currencies = profiles.stream()
                .map(ProfileTotals::currency)
                .distinct()
                .sorted()
                .toList();
        String unit = currencies.size() == 1 ? " " + currencies.get(0) : "";
        out.printf(
                Locale.ROOT,
                ROW,
                "terms",
                "contracts",
                bill ? "documents" : "notes",
                bill ? "credits" : "",
                "lines",
                bill ? "net" + unit : "",
                bill ? "tax" + unit : "",
                (bill ? "gross" : "amount") + unit);
        profiles.forEach(
                total -> row(total.terms() + (unit.isEmpty() ? " " + total.currency() : ""), List.of(total), bill));
        for (String currency : currencies) {
            row(
                    "all" + (unit.isEmpty() ? " " + currency : ""),
                    profiles.stream()
                            .filter(total -> total.currency().equals(currency))
                            .toList(),
                    bill);
        }
    }

    private void row(String title, List<ProfileTotals> totals, boolean bill) {
        out.printf(
                Locale.ROOT,
                ROW,
                title,
                count(totals, ProfileTotals::contracts),
                count(totals, ProfileTotals::documents),
                bill ? count(totals, ProfileTotals::credits) : "",
                count(totals, ProfileTotals::lines),
                bill ? sum(totals, ProfileTotals::net) : "",
                bill ? sum(totals, ProfileTotals::tax) : "",
                sum(totals, ProfileTotals::gross));
    }

    private static long count(List<ProfileTotals> totals, ToLongFunction<ProfileTotals> count) {
        return totals.stream().mapToLong(count).sum();
    }

    private static String sum(List<ProfileTotals> totals, Function<ProfileTotals, BigDecimal> amount) {
        return money(totals.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void parked(Parked parked) {
        out.println("  parked " + parked.contract() + ": " + parked.message());
    }

    /** Groups of three digits; the decimals as they are. */
    static String money(BigDecimal amount) {
        String plain = amount.toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int i = point - 3; i > (plain.startsWith("-") ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
