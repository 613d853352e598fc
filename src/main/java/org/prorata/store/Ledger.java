package org.prorata.store;

import static org.prorata.store.Columns.choice;
import static org.prorata.store.Columns.day;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.prorata.contract.Billed;
import org.prorata.contract.Booking;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Decision;

/** What is billed: opening lines, and our invoices with their lines and taxes. */
public final class Ledger {

    /** Stands for a run that would begin now. */
    public static final long NEXT = Long.MAX_VALUE;

    private final Database database;

    public Ledger(Database database) {
        this.database = database;
    }

    /** The accounts of contracts as they stood before a run wrote its lines; its openings are included. */
    public Map<String, Account> accounts(Collection<String> contracts, long run) {
        Among among = Among.of(database, contracts);
        Map<String, List<Billed>> opening = new HashMap<>();
        Map<String, List<Account.Line>> own = new HashMap<>();
        Map<String, LocalDate> since = new HashMap<>();
        Set<String> opened = new HashSet<>(among.given(database.client()
                .sql("select contract_id from opening where " + among.sql() + " and run <= ?")).param(run).query(String.class).list());
        if (!opened.isEmpty()) {
            database.client().sql("select * from opening_line where contract_id = any(?)").param(opened.toArray(String[]::new))
                    .query(row -> {
                        opening.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>()).add(billed(row));
                    });
        }
        List<Long> before = before(run);
        String[] ids = contracts.toArray(String[]::new);
        if (!before.isEmpty()) {
            opened.addAll(database.client().sql("select contract_id from preview_opening where run = any(?) and contract_id = any(?)")
                    .param(before.toArray(Long[]::new)).param(ids).query(String.class).list());
            database.client().sql("select * from preview_opening_line where run = any(?) and contract_id = any(?)")
                    .param(before.toArray(Long[]::new)).param(ids).query(row -> {
                        opening.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>()).add(billed(row));
                    });
        }
        // the run of each invoice, not of each line: contracts have many more lines than invoices
        Map<Long, LocalDate> invoices = new HashMap<>();
        Set<Long> rebilled = new HashSet<>();
        Map<Long, LocalDate> withdrawn = new HashMap<>();
        Map<String, List<Billed>> undone = new HashMap<>();
        among.given(database.client().sql("""
                select i.id, r.from_day, c.rebilled_by, n.on_day as withdrawn from invoice i join run r on r.id = i.run
                left join cancellation c on c.invoice = i.id and (c.rebilled_by <= ? or c.rebilled_by is null
                    and (c.recording <= (select known_at from run where id = ? and not credited_as_billed) or ?))
                left join invoice n on n.id = c.credit_note
                where i.%s and i.run < ?""".formatted(among.sql())).param(run).param(run).param(run == NEXT)).param(run).query(row -> {
                    invoices.put(row.getLong(1), day(row, "from_day"));
                    if (Columns.whole(row, "rebilled_by") != null) {
                        rebilled.add(row.getLong(1));
                    } else if (day(row, "withdrawn") != null) {
                        withdrawn.put(row.getLong(1), day(row, "withdrawn"));
                    }
                });
        if (!invoices.isEmpty()) {
            Bookings bookings = Bookings.of(database, "invoice_tax", invoices.keySet());
            among.given(database.client().sql("""
                    select contract_id, item, reason, first_day, last_day, amount, on_day, invoice, catch_up, corrects, corrects_received, tax from invoice_line
                    where %s order by contract_id, invoice, position""".formatted(among.sql()))).query(row -> {
                        long invoice = row.getLong("invoice");
                        if (invoices.containsKey(invoice)) {
                            if (rebilled.contains(invoice)) {
                                undone.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>()).add(billed(row, null, null));
                            } else {
                                own.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                                        .add(new Account.Line(invoice, billed(row, withdrawn.get(invoice), bookings.of(row)), row.getBoolean("catch_up")));
                            }
                            since.putIfAbsent(row.getString("contract_id"), invoices.get(invoice));
                        }
                    });
        }
        if (!before.isEmpty()) {
            Bookings bookings = Bookings.of(database, "preview_tax", database.client().sql("select id from preview_invoice where run = any(?) and contract_id = any(?)")
                    .param(before.toArray(Long[]::new)).param(ids).query(Long.class).list());
            database.client().sql("""
                    select l.*, r.from_day from preview_line l join preview_invoice i on i.id = l.invoice join run r on r.id = i.run
                    where i.run = any(?) and i.contract_id = any(?) order by l.contract_id, l.invoice, l.position""")
                    .param(before.toArray(Long[]::new)).param(ids).query(row -> {
                        own.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                                .add(new Account.Line(row.getLong("invoice"), billed(row, null, bookings.of(row)), row.getBoolean("catch_up")));
                        since.putIfAbsent(row.getString("contract_id"), day(row, "from_day"));
                    });
        }
        Map<String, LocalDate> parked = parked(among, before, run);
        Map<String, Account> accounts = new HashMap<>();
        for (String id : contracts) {
            accounts.put(id, opened.contains(id) || since.containsKey(id) || parked.containsKey(id)
                    ? new Account(opened.contains(id), since.get(id), parked.get(id),
                    opening.getOrDefault(id, List.of()), own.getOrDefault(id, List.of()), undone.getOrDefault(id, List.of())) : Account.NONE);
        }
        return accounts;
    }

    /** By contract the first day of the first window in which a run before, or the preview of a part before, could not decide it. */
    private Map<String, LocalDate> parked(Among among, List<Long> before, long run) {
        Map<String, LocalDate> parked = new HashMap<>();
        among.given(database.client().sql("""
                select p.contract_id, min(r.from_day) as from_day from parked p join run r on r.id = p.run
                where p.%s and r.kind = 'bill' and (r.id = any(?)
                    or not r.preview and r.state <> 'abandoned' and r.rebills is null and r.id < ?) group by p.contract_id"""
                .formatted(among.sql()))).param(before.toArray(Long[]::new)).param(run).query(row -> {
                    parked.put(row.getString("contract_id"), day(row, "from_day"));
                });
        return parked;
    }

    /** Documents of a contract that are not issued yet: how many, and their net sum. */
    public record Drafts(int count, BigDecimal net) {

        /** No such document. */
        public static final Drafts NONE = new Drafts(0, BigDecimal.ZERO);
    }

    /** The invoices and credit notes of a contract that are not issued yet. */
    public Drafts drafts(String contract) {
        return database.client().sql("""
                select count(*), coalesce(sum(i.net), 0) from invoice i
                where i.contract_id = ? and not exists (select from issued n where n.invoice = i.id)""")
                .param(contract).query((row, number) -> new Drafts(row.getInt(1), row.getBigDecimal(2))).single();
    }

    /** The previews of the parts before, when this is the preview of a part of a window. */
    private List<Long> before(long run) {
        return database.client().sql("""
                with recursive before as (select follows from run where id = ?
                                          union all select r.follows from run r join before b on r.id = b.follows)
                select follows from before where follows is not null""").param(run).query(Long.class).list();
    }

    private static Billed billed(ResultSet row) throws SQLException {
        return billed(row, null, null);
    }

    private static Billed billed(ResultSet row, LocalDate withdrawn, Booking booking) throws SQLException {
        return new Billed(row.getString("item"), day(row, "first_day"), day(row, "last_day"), row.getBigDecimal("amount"),
                choice(row, "reason", ChargeReason.class), day(row, "on_day"), withdrawn, booking);
    }

    /** Stores what a run bills and parks, within the transaction of the thread. */
    public void write(Run run, List<NewBill> bills, List<Parked> parked) {
        Bills rows = new Bills(run);
        bills.forEach(rows::open);
        int documents = bills.stream().mapToInt(bill -> bill.documents().size()).sum();
        List<Long> ids = Sequences.next(database, run.preview() ? Sequences.PREVIEW : "invoice_id", documents);
        int next = 0;
        for (NewBill bill : bills) {
            Map<Key, Integer> earlier = new HashMap<>();
            bill.account().billed(null).forEach(line -> count(earlier, line));
            bill.account().undone().forEach(line -> count(earlier, line));
            List<Long> own = ids.subList(next, next += bill.documents().size());
            Corrected corrected = new Corrected(bill, own);
            for (int i = 0; i < own.size(); i++) {
                rows.add(own.get(i), bill, bill.documents().get(i), earlier, corrected);
            }
        }
        bills.forEach(rows::warned);
        parked.forEach(one -> rows.parked.row(run.id(), one.contract(), one.code(), one.message()));
        rows.send();
    }

    /** What lines have in common that come after each other. */
    private record Key(String item, ChargeReason reason, LocalDate first) {
    }

    /** The number of lines before this one under the same key. */
    private static int count(Map<Key, Integer> earlier, Billed line) {
        return earlier.merge(new Key(line.item(), line.reason(), line.from()), 1, Integer::sum) - 1;
    }

    /** The rows of one chunk of a bill run. */
    private final class Bills {
        private final Run run;
        private final CopyRows opening;
        private final CopyRows openingLine;
        private final CopyRows invoice;
        private final CopyRows line;
        private final CopyRows tax;
        private final CopyRows correction;
        private final CopyRows warning = CopyRows.typed("run_warning", "run bigint", "contract_id text", "position integer", "code text",
                "decision text");
        private final CopyRows parked = new CopyRows("parked", "run", "contract_id", "code", "message");

        Bills(Run run) {
            this.run = run;
            this.opening = CopyRows.typed(run.preview() ? "preview_opening" : "opening", "contract_id text", "run bigint", "up_to date");
            this.openingLine = run.preview()
                    ? CopyRows.typed("preview_opening_line", "run bigint", "contract_id text", "item text", "reason text", "first_day date",
                            "supersession integer", "last_day date", "amount numeric", "on_day date")
                    : CopyRows.typed("opening_line", "contract_id text", "item text", "reason text", "first_day date",
                            "supersession integer", "last_day date", "amount numeric", "on_day date");
            this.invoice = CopyRows.typed(run.table(Run.Table.INVOICE), "id bigint", "run bigint", "contract_id text", "on_day date",
                    "kind text", "corrects bigint", "terms text", "currency text", "net numeric", "tax numeric", "gross numeric",
                    "total text", "book text", "known_at bigint");
            this.line = CopyRows.typed(run.table(Run.Table.LINE), "contract_id text", "item text", "reason text", "first_day date",
                    "supersession integer", "invoice bigint", "position integer", "last_day date", "quantity numeric", "amount numeric",
                    "on_day date", "catch_up boolean", "decision text", "corrects bigint", "corrects_received text", "tax integer");
            this.tax = CopyRows.typed(run.table(Run.Table.TAX), "invoice bigint", "position integer", "category text", "rate_pct numeric",
                    "base numeric", "amount numeric", "decision text");
            this.correction = CopyRows.typed(run.table(Run.Table.CORRECTION), "document bigint", "invoice bigint", "received text", "amount numeric");
        }

        void open(NewBill bill) {
            if (bill.openedTo() == null || run.preview() && !run.followed()) {
                return;
            }
            String contract = bill.dossier().contract().id();
            opening.row(contract, run.id(), bill.openedTo());
            Map<Key, Integer> earlier = new HashMap<>();
            for (Billed b : bill.account().opening()) {
                if (run.preview()) {
                    openingLine.row(run.id(), contract, b.item(), b.reason(), b.from(), count(earlier, b), b.to(), b.amount(), b.on());
                } else {
                    openingLine.row(contract, b.item(), b.reason(), b.from(), count(earlier, b), b.to(), b.amount(), b.on());
                }
            }
        }

        void add(long id, NewBill bill, NewBill.Document document, Map<Key, Integer> earlier, Corrected corrected) {
            Map<Corrected.Target, BigDecimal> lowered = corrected.lowered(document);
            String contract = bill.dossier().contract().id();
            Decision.InvoiceTotal total = document.total();
            invoice.row(id, run.id(), contract, document.on(), document.creditNote() ? "credit_note" : "invoice",
                    !document.creditNote() ? null : lowered.keySet().stream().map(Corrected.Target::own).filter(Objects::nonNull).max(Long::compare).orElse(null),
                    bill.dossier().terms(), bill.dossier().currency(), total.net(), total.tax(), total.gross(), total, run.book(), run.knownAt());
            int position = 0;
            for (Decision decision : document.lines()) {
                Billed b = Lines.billed(decision);
                Decision.Charge charge = decision instanceof Decision.Charge one ? one : null;
                line.row(contract, b.item(), b.reason(), b.from(), count(earlier, b), id, ++position, b.to(),
                        charge == null ? null : charge.quantity(), b.amount(), b.on(), charge != null && charge.catchUp(),
                        decision, corrected.of(decision).own(), corrected.of(decision).received(), Corrected.tax(document, decision));
            }
            lowered.forEach((target, amount) -> correction.row(id, target.own(), target.received(), amount));
            position = 0;
            for (Decision.Tax t : document.taxes()) {
                tax.row(id, ++position, t.category(), t.ratePct(), t.base(), t.amount(), t);
            }
        }

        void warned(NewBill bill) {
            int position = 0;
            for (Decision.Warning told : bill.warnings()) {
                warning.row(run.id(), bill.dossier().contract().id(), ++position, told.code(), told);
            }
        }

        void send() {
            for (CopyRows rows : List.of(opening, openingLine, invoice, line, tax, correction, parked, warning)) {
                rows.send(database);
            }
        }
    }
}
