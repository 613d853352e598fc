package org.prorata.store.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Decision;
import org.prorata.ledger.NewBill;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Run;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Sequences;
import org.prorata.store.base.Session;

/** The rows of one chunk of a bill run. */
final class BillRows {

    private final Session session;
    private final Run run;
    private final CopyRows opening;
    private final CopyRows openingLine;
    private final CopyRows invoice;
    private final CopyRows line;
    private final CopyRows tax;
    private final CopyRows correction;
    private final CopyRows warning = CopyRows.typed(
            "run_warning", "run bigint", "contract_id text", "position integer", "code text", "decision text");
    private final CopyRows parked = new CopyRows("parked", "run", "contract_id", "code", "message");

    BillRows(Session session, Run run) {
        this.session = session;
        this.run = run;
        this.opening = CopyRows.typed(
                run.preview() ? "preview_opening" : "opening", "contract_id text", "run bigint", "up_to date");
        this.openingLine = run.preview()
                ? CopyRows.typed(
                        "preview_opening_line",
                        "run bigint",
                        "contract_id text",
                        "item text",
                        "reason text",
                        "first_day date",
                        "supersession integer",
                        "last_day date",
                        "amount numeric",
                        "on_day date")
                : CopyRows.typed(
                        "opening_line",
                        "contract_id text",
                        "item text",
                        "reason text",
                        "first_day date",
                        "supersession integer",
                        "last_day date",
                        "amount numeric",
                        "on_day date");
        this.invoice = CopyRows.typed(
                run.table(Run.DocumentTable.INVOICE),
                "id bigint",
                "run bigint",
                "contract_id text",
                "on_day date",
                "kind text",
                "corrects bigint",
                "terms text",
                "currency text",
                "net numeric",
                "tax numeric",
                "gross numeric",
                "total text",
                "book text",
                "known_at bigint");
        this.line = CopyRows.typed(
                run.table(Run.DocumentTable.LINE),
                "contract_id text",
                "item text",
                "reason text",
                "first_day date",
                "supersession integer",
                "invoice bigint",
                "position integer",
                "last_day date",
                "quantity numeric",
                "amount numeric",
                "on_day date",
                "catch_up boolean",
                "decision text",
                "corrects bigint",
                "corrects_received text",
                "tax integer");
        this.tax = CopyRows.typed(
                run.table(Run.DocumentTable.TAX),
                "invoice bigint",
                "position integer",
                "category text",
                "rate_pct numeric",
                "base numeric",
                "amount numeric",
                "decision text");
        this.correction = CopyRows.typed(
                run.table(Run.DocumentTable.CORRECTION),
                "document bigint",
                "invoice bigint",
                "received text",
                "amount numeric");
    }

    /** Stores them, within the transaction of the thread. */
    void write(List<NewBill> bills, List<Parked> stopped) {
        bills.forEach(this::open);
        int documents = bills.stream().mapToInt(bill -> bill.documents().size()).sum();
        List<Long> ids = Sequences.next(session, run.preview() ? Sequences.PREVIEW : "invoice_id", documents);
        int next = 0;
        for (NewBill bill : bills) {
            Map<Key, Integer> earlier = new HashMap<>();
            bill.account().billed(null).forEach(line -> count(earlier, line));
            bill.account().undone().forEach(line -> count(earlier, line));
            List<Long> own = ids.subList(next, next += bill.documents().size());
            Corrected corrected = new Corrected(bill, own);
            for (int i = 0; i < own.size(); i++) {
                add(own.get(i), bill, bill.documents().get(i), earlier, corrected);
            }
        }
        bills.forEach(this::warned);
        stopped.forEach(one -> parked.row(run.id(), one.contract(), one.code(), one.message()));
        send();
    }

    /** What lines have in common that come after each other. */
    private record Key(String item, ChargeReason reason, LocalDate first) {}

    /** The number of lines before this one under the same key. */
    private static int count(Map<Key, Integer> earlier, Billed line) {
        return earlier.merge(new Key(line.item(), line.reason(), line.from()), 1, Integer::sum) - 1;
    }

    private void open(NewBill bill) {
        if (bill.openedTo() == null || run.preview() && !run.followed()) {
            return;
        }
        String contract = bill.dossier().contract().id();
        opening.row(contract, run.id(), bill.openedTo());
        Map<Key, Integer> earlier = new HashMap<>();
        for (Billed b : bill.account().opening()) {
            if (run.preview()) {
                openingLine.row(
                        run.id(),
                        contract,
                        b.item(),
                        b.reason(),
                        b.from(),
                        count(earlier, b),
                        b.to(),
                        b.amount(),
                        b.on());
            } else {
                openingLine.row(
                        contract, b.item(), b.reason(), b.from(), count(earlier, b), b.to(), b.amount(), b.on());
            }
        }
    }

    private void add(
            long id, NewBill bill, NewBill.NewDocument document, Map<Key, Integer> earlier, Corrected corrected) {
        Map<Corrected.CorrectedInvoice, BigDecimal> lowered = corrected.lowered(document);
        String contract = bill.dossier().contract().id();
        Decision.InvoiceTotal total = document.total();
        invoice.row(
                id,
                run.id(),
                contract,
                document.on(),
                document.creditNote() ? "credit_note" : "invoice",
                !document.creditNote()
                        ? null
                        : lowered.keySet().stream()
                                .map(Corrected.CorrectedInvoice::own)
                                .filter(Objects::nonNull)
                                .max(Long::compare)
                                .orElse(null),
                bill.dossier().terms(),
                bill.dossier().currency(),
                total.net(),
                total.tax(),
                total.gross(),
                total,
                run.book(),
                run.knownAt());
        int position = 0;
        for (Decision decision : document.lines()) {
            Billed b = Lines.billed(decision);
            Decision.Charge charge = decision instanceof Decision.Charge one ? one : null;
            line.row(
                    contract,
                    b.item(),
                    b.reason(),
                    b.from(),
                    count(earlier, b),
                    id,
                    ++position,
                    b.to(),
                    charge == null ? null : charge.quantity(),
                    b.amount(),
                    b.on(),
                    charge != null && charge.catchUp(),
                    decision,
                    corrected.of(decision).own(),
                    corrected.of(decision).received(),
                    Corrected.tax(document, decision));
        }
        lowered.forEach((target, amount) -> correction.row(id, target.own(), target.received(), amount));
        position = 0;
        for (Decision.Tax t : document.taxes()) {
            tax.row(id, ++position, t.category(), t.ratePct(), t.base(), t.amount(), t);
        }
    }

    private void warned(NewBill bill) {
        int position = 0;
        for (Decision.Warning told : bill.warnings()) {
            warning.row(run.id(), bill.dossier().contract().id(), ++position, told.code(), told);
        }
    }

    private void send() {
        for (CopyRows rows : List.of(opening, openingLine, invoice, line, tax, correction, parked, warning)) {
            rows.send(session);
        }
    }
}
