package org.prorata.store.invoices;

import static org.prorata.store.base.Columns.choice;
import static org.prorata.store.base.Columns.day;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.prorata.ledger.Document;
import org.prorata.ledger.DocumentNumber;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** Invoices, credit notes and debit notes as they are stored. */
public final class Documents {

    private static final String INVOICES = """
            select i.*, n.series, n.number, n.on_day as issued_on, coalesce(
                       (select array_agg(k.name order by k.turn, k.name) from (
                           select distinct coalesce(l.corrects_received, number_of(ln.series, ln.number), li.name) as name, coalesce(l.corrects, 0) as turn
                           from invoice_line l left join invoice li on li.id = l.corrects left join issued ln on ln.invoice = li.id
                           where l.invoice = i.id and i.kind = 'credit_note' and (l.corrects is not null or l.corrects_received is not null)) k),
                       array_remove(array[coalesce(number_of(cn.series, cn.number), c.name)], null)) as corrected,
                   x.invoice as cancelled, x.reason, x.rebilled_by, number_of(yn.series, yn.number) as credited
            from invoice i left join issued n on n.invoice = i.id
            left join invoice c on c.id = i.corrects left join issued cn on cn.invoice = c.id
            left join cancellation x on x.credit_note = i.id
            left join cancellation y on y.invoice = i.id left join issued yn on yn.invoice = y.credit_note
            where %s order by i.contract_id, i.id""";
    private static final String NOTES = """
            select d.*, n.series, n.number, n.on_day as issued_on from debit_note d left join issued n on n.debit_note = d.id
            where %s order by d.contract_id, d.id""";

    private final Session session;

    public Documents(Session session) {
        this.session = session;
    }

    /** The document of a name or number. */
    public Optional<Document> find(String name) {
        DocumentNumber number = DocumentNumber.read(name);
        List<Document> found = invoices(
                INVOICES.formatted("i.name = ? or (n.series, n.number) = (?, ?)"),
                name,
                number.series(),
                number.number());
        return (found.isEmpty()
                        ? notes(
                                NOTES.formatted("d.name = ? or (n.series, n.number) = (?, ?)"),
                                name,
                                number.series(),
                                number.number())
                        : found)
                .stream().findFirst();
    }

    /** The document of a preview, as long as it is kept. */
    public Optional<Document> preview(String name) {
        List<Document> found =
                whole(bare(previewed(INVOICES.formatted("i.name = ?")), true, name), Documents::previewed);
        return (found.isEmpty()
                        ? notes(bare(previewed(NOTES.formatted("d.name = ?")), false, name), Documents::previewed)
                        : found)
                .stream().findFirst();
    }

    /** A question about documents, asked of previews: they have the same columns. */
    private static String previewed(String sql) {
        return sql.replace("from invoice i ", "from preview_invoice i ")
                .replace("from debit_note d ", "from preview_note d ")
                .replace("from invoice_line", "from preview_line")
                .replace("from invoice_tax", "from preview_tax")
                .replace("from debit_note_line", "from preview_note_line");
    }

    /** By contract all its documents, the oldest first, debit notes last; without lines and taxes. */
    public Map<String, List<Document>> heads(Collection<String> contracts) {
        String[] ids = contracts.toArray(String[]::new);
        Map<String, List<Document>> all = new HashMap<>();
        bare(INVOICES.formatted("i.contract_id = any(?)"), true, new Object[] {ids})
                .forEach(d -> all.computeIfAbsent(d.contract(), id -> new ArrayList<>())
                        .add(d));
        bare(NOTES.formatted("d.contract_id = any(?)"), false, new Object[] {ids})
                .forEach(d -> all.computeIfAbsent(d.contract(), id -> new ArrayList<>())
                        .add(d));
        return all;
    }

    /** What a run made for some contracts, in their order. */
    public List<Document> ofRun(long run, Collection<String> contracts) {
        String[] ids = contracts.toArray(String[]::new);
        List<Document> all =
                new ArrayList<>(invoices(INVOICES.formatted("i.run = ? and i.contract_id = any(?)"), run, ids));
        all.addAll(notes(NOTES.formatted("d.run = ? and d.contract_id = any(?)"), run, ids));
        return all;
    }

    /** Credit notes that cancel an invoice, the next ones after an id. */
    public List<Document> cancelling(long after, int limit) {
        return invoices(
                INVOICES.formatted(
                        "i.id in (select credit_note from cancellation where credit_note > ? order by credit_note limit ?)"),
                after,
                limit);
    }

    /** Contracts for which a run made documents, in order, the next ones after {@code after} (empty: the first ones). */
    public List<String> contractsOfRun(long run, String after, int limit) {
        return session.client()
                .sql("""
                select contract_id from invoice where run = ? and contract_id > ?
                union select contract_id from debit_note where run = ? and contract_id > ?
                order by contract_id limit ?""")
                .param(run)
                .param(after)
                .param(run)
                .param(after)
                .param(limit)
                .query(String.class)
                .list();
    }

    private List<Document> invoices(String sql, Object... params) {
        return whole(bare(sql, true, params), UnaryOperator.identity());
    }

    private List<Document> whole(List<Document> bare, UnaryOperator<String> of) {
        Long[] ids = bare.stream().map(Documents::content).toArray(Long[]::new);
        Map<Long, List<Document.DocumentLine>> lines = rows(of, """
                select l.invoice as document, l.item as subject, l.decision, signed_amount(l.reason, l.amount) as amount,
                       coalesce(l.corrects_received, number_of(n.series, n.number), c.name) as corrects
                from invoice_line l left join invoice c on c.id = l.corrects left join issued n on n.invoice = c.id
                where l.invoice = any(?) order by l.invoice, l.position""", ids);
        Map<Long, List<Document.DocumentLine>> taxes = rows(of, """
                select invoice as document, category || ' ' || rate_pct as subject, decision, amount, null as corrects
                from invoice_tax where invoice = any(?) order by invoice, position""", ids);
        return bare.stream()
                .map(d -> with(d, content(d, lines), content(d, taxes)))
                .toList();
    }

    /** The document under which the lines and taxes stand. */
    private static long content(Document d) {
        return d.cancels() == null ? d.id() : d.cancels().invoice();
    }

    private static List<Document.DocumentLine> content(Document d, Map<Long, List<Document.DocumentLine>> rows) {
        List<Document.DocumentLine> own = rows.getOrDefault(content(d), List.of());
        return d.cancels() == null
                ? own
                : own.stream()
                        .map(row -> new Document.DocumentLine(
                                row.subject(), row.amount().negate(), row.decision(), null))
                        .toList();
    }

    private List<Document> bare(String sql, boolean invoices, Object... params) {
        return session.client()
                .sql(sql)
                .params(List.of(params))
                .query((row, number) -> read(row, invoices))
                .list();
    }

    private List<Document> notes(String sql, Object... params) {
        return notes(bare(sql, false, params), UnaryOperator.identity());
    }

    private List<Document> notes(List<Document> bare, UnaryOperator<String> of) {
        Map<Long, List<Document.DocumentLine>> lines =
                rows(of, """
                select l.debit_note as document, coalesce(l.invoice_id, number_of(n.series, n.number), i.name) as subject, l.decision, l.amount, null as corrects
                from debit_note_line l left join invoice i on i.id = l.invoice left join issued n on n.invoice = i.id
                where l.debit_note = any(?) order by l.debit_note, l.position""", bare.stream().map(Document::id).toArray(Long[]::new));
        return bare.stream()
                .map(d -> with(d, lines.getOrDefault(d.id(), List.of()), List.of()))
                .toList();
    }

    private Map<Long, List<Document.DocumentLine>> rows(UnaryOperator<String> of, String sql, Long[] ids) {
        Map<Long, List<Document.DocumentLine>> rows = new HashMap<>();
        if (ids.length > 0) {
            session.client().sql(of.apply(sql)).param(ids).query(row -> {
                rows.computeIfAbsent(row.getLong("document"), id -> new ArrayList<>())
                        .add(new Document.DocumentLine(
                                row.getString("subject"),
                                row.getBigDecimal("amount"),
                                row.getString("decision"),
                                row.getString("corrects")));
            });
        }
        return rows;
    }

    private static Document read(ResultSet row, boolean invoice) throws SQLException {
        String series = row.getString("series");
        String number = series == null ? null : new DocumentNumber(series, row.getLong("number")).toString();
        BigDecimal net = row.getBigDecimal(invoice ? "net" : "amount");
        return new Document(
                invoice ? choice(row, "kind", Document.Kind.class) : Document.Kind.DEBIT_NOTE,
                row.getLong("id"),
                number == null ? row.getString("name") : number,
                number,
                Columns.whole(row, "run"),
                row.getString("contract_id"),
                day(row, "on_day"),
                day(row, "issued_on"),
                invoice ? List.of((String[]) row.getArray("corrected").getArray()) : List.of(),
                invoice ? cancels(row) : null,
                invoice ? row.getString("credited") : null,
                row.getString("terms"),
                row.getString("currency"),
                net,
                invoice ? row.getBigDecimal("tax") : BigDecimal.ZERO.setScale(net.scale()),
                invoice ? row.getBigDecimal("gross") : net,
                row.getString("book"),
                row.getLong("known_at"),
                List.of(),
                List.of(),
                invoice ? row.getString("total") : null);
    }

    private static Document.Cancels cancels(ResultSet row) throws SQLException {
        Long invoice = Columns.whole(row, "cancelled");
        return invoice == null
                ? null
                : new Document.Cancels(invoice, row.getString("reason"), Columns.whole(row, "rebilled_by"));
    }

    private static Document with(Document d, List<Document.DocumentLine> lines, List<Document.DocumentLine> taxes) {
        return new Document(
                d.kind(),
                d.id(),
                d.name(),
                d.number(),
                d.run(),
                d.contract(),
                d.on(),
                d.issuedOn(),
                d.corrects(),
                d.cancels(),
                d.credited(),
                d.terms(),
                d.currency(),
                d.net(),
                d.tax(),
                d.gross(),
                d.book(),
                d.knownAt(),
                lines,
                taxes,
                d.total());
    }
}
