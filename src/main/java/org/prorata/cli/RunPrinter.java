package org.prorata.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import org.prorata.contract.Ask;
import org.prorata.run.ProfileTotals;
import org.prorata.run.Progress;
import org.prorata.run.RunResult;
import org.prorata.store.Parked;

/** Shows what a run came to. */
final class RunPrinter {

    private static final int SHOWN = 20;

    private final PrintWriter out;
    private final PrintWriter err;

    RunPrinter(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Progress on the terminal, on one line; elsewhere none. */
    Progress progress() {
        if (System.console() == null) {
            return Progress.NONE;
        }
        return (done, parked) -> {
            err.print("\r" + done + " contracts done, " + parked + " parked");
            err.flush();
        };
    }

    /** Totals by profile, what is parked and why; returns the exit status. */
    int show(RunResult result) {
        boolean bill = result.ask() instanceof Ask.Bill;
        out.println((result.run() == null ? "Preview" : "Run " + result.run()) + ", " + title(result.ask())
                + ": " + result.counts().contracts() + " contracts, " + result.counts().billed()
                + (bill ? " billed, " : " claimed, ") + result.counts().nothingDue() + " with nothing due, "
                + result.counts().parked() + " parked");
        if (result.nothingMore()) {
            out.println(bill ? "Nothing more to bill: all that is due is billed." : "Nothing more to claim: all that is owed is claimed.");
        } else {
            table(result, bill);
        }
        result.parked().stream().limit(SHOWN).forEach(this::parked);
        if (result.counts().parked() > SHOWN) {
            out.println("  … and " + (result.counts().parked() - SHOWN) + " more: prorata parked " + result.run());
        }
        result.mismatches().forEach(mismatch -> err.println("does not add up: " + mismatch));
        return result.counts().parked() > 0 || !result.mismatches().isEmpty() ? Status.FAILING : Status.DONE;
    }

    private static String title(Ask ask) {
        return ask instanceof Ask.Bill bill ? "bill from " + bill.from() + " to " + bill.to()
                : "late payment on " + ((Ask.Late) ask).on();
    }

    private void table(RunResult result, boolean bill) {
        String row = "  %-20s %9s %9s %8s %7s %15s %13s %15s%n";
        out.printf(Locale.ROOT, row, "terms", "contracts", bill ? "documents" : "notes", bill ? "credits" : "", "lines",
                bill ? "net" : "", bill ? "tax" : "", bill ? "gross" : "amount");
        for (ProfileTotals total : result.profiles()) {
            out.printf(Locale.ROOT, row, total.terms() + (total.currency().equals("EUR") ? "" : " " + total.currency()),
                    total.contracts(), total.documents(), bill ? total.credits() : "", total.lines(),
                    bill ? money(total.net()) : "", bill ? money(total.tax()) : "", money(total.gross()));
        }
        out.printf(Locale.ROOT, row, "all", result.counts().billed(), result.counts().documents(), "", result.counts().lines(),
                bill ? money(result.counts().net()) : "", bill ? money(result.counts().tax()) : "", money(result.counts().gross()));
    }

    private void parked(Parked parked) {
        out.println("  parked " + parked.contract() + ": " + parked.message());
    }

    /** Groups of three digits; the decimals as they are. */
    private static String money(BigDecimal amount) {
        String plain = amount.toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int i = point - 3; i > (plain.startsWith("-") ? 1 : 0); i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
