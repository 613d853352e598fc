package org.prorata.store.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prorata.store.base.Session;

/**
 * All that runs and issuing came to, but for ids and times: of each kind of row how many there are and their hash. Two
 * databases with the same facts and the same commands have the same result, whatever happened on the way.
 */
public record StoredResult(Map<String, String> hashes) {

    private static final String OF_INVOICE = "i.contract_id || '|' || i.on_day || '|' || i.kind";

    private static final Map<String, String> ROWS = rows();

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "invoices",
                "select " + OF_INVOICE
                        + " || '|' || i.terms || '|' || i.currency || '|' || i.net || '|' || i.tax || '|'"
                        + " || i.gross || '|' || i.book || '|' || i.total || '|' || coalesce(c.contract_id || c.on_day, '')"
                        + " from invoice i left join invoice c on c.id = i.corrects");
        rows.put(
                "lines",
                "select " + OF_INVOICE
                        + " || '|' || l.position || '|' || l.item || '|' || l.reason || '|' || l.first_day || '|'"
                        + " || l.supersession || '|' || l.last_day || '|' || coalesce(l.quantity::text, '') || '|' || l.amount || '|' || l.on_day"
                        + " || '|' || l.catch_up || '|' || l.decision from invoice_line l join invoice i on i.id = l.invoice");
        rows.put(
                "taxes",
                "select " + OF_INVOICE
                        + " || '|' || t.position || '|' || t.category || '|' || t.rate_pct || '|' || t.base || '|'"
                        + " || t.amount || '|' || t.decision from invoice_tax t join invoice i on i.id = t.invoice");
        rows.put(
                "debit notes",
                "select n.contract_id || '|' || n.on_day || '|' || n.terms || '|' || n.currency || '|' || n.amount || '|'"
                        + " || n.book from debit_note n");
        rows.put(
                "lines of debit notes",
                "select n.contract_id || '|' || n.on_day || '|' || l.position || '|' || coalesce(l.invoice_id, '')"
                        + " || '|' || coalesce(i.contract_id || i.on_day, '') || '|' || l.kind || '|' || l.amount || '|' || l.decision"
                        + " from debit_note_line l join debit_note n on n.id = l.debit_note left join invoice i on i.id = l.invoice");
        rows.put(
                "numbers",
                "select number_of(s.series, s.number) || '|' || s.on_day || '|' || coalesce(" + OF_INVOICE
                        + ", '') || '|'"
                        + " || coalesce(n.contract_id || n.on_day, '') from issued s left join invoice i on i.id = s.invoice"
                        + " left join debit_note n on n.id = s.debit_note");
        rows.put("series", "select name || '|' || last_number || '|' || coalesce(last_day::text, '') from series");
        rows.put("accounts", "select contract_id || '|' || up_to from opening");
        rows.put(
                "lines of accounts",
                "select contract_id || '|' || item || '|' || reason || '|' || first_day || '|' || supersession || '|'"
                        + " || last_day || '|' || amount || '|' || on_day from opening_line");
        // a command that is given once more than needed parks the same again
        rows.put(
                "parked",
                "select distinct r.kind || '|' || p.contract_id || '|' || p.code || '|' || p.message"
                        + " from parked p join run r on r.id = p.run");
        // and has a run of its own, which bills nothing
        rows.put(
                "runs",
                "select kind || '|' || state || '|' || contracts || '|' || billed || '|' || nothing_due || '|' || parked || '|'"
                        + " || documents || '|' || lines || '|' || net || '|' || tax || '|' || gross from run"
                        + " where not preview and (documents is null or documents > 0)");
        rows.put(
                "sums",
                "select r.kind || '|' || t.terms || '|' || t.currency || '|' || sum(t.contracts) || '|' || sum(t.documents) || '|'"
                        + " || sum(t.credits) || '|' || sum(t.lines) || '|' || sum(t.net) || '|' || sum(t.tax) || '|' || sum(t.gross)"
                        + " from run_total t join run r on r.id = t.run group by r.kind, t.terms, t.currency");
        return rows;
    }

    public static StoredResult of(Session session) {
        Map<String, String> hashes = new LinkedHashMap<>();
        ROWS.forEach((name, sql) -> hashes.put(
                name,
                session.client()
                        .sql(
                                "select count(*) || ' ' || coalesce(md5(string_agg(md5(line), '' order by line)), '') from ("
                                        + sql + ") as r (line)")
                        .query(String.class)
                        .single()));
        return new StoredResult(hashes);
    }

    /** What differs from another result, in words; empty when nothing does. */
    public List<String> differences(StoredResult other) {
        List<String> differences = new ArrayList<>();
        hashes.forEach((name, hash) -> {
            String theirs = other.hashes.get(name);
            if (!Objects.equals(hash, theirs)) {
                differences.add(name + ": " + count(hash) + " and " + count(theirs)
                        + (count(hash).equals(count(theirs)) ? ", not the same" : ""));
            }
        });
        return differences;
    }

    /** How many rows there are of a kind. */
    public long count(Kind kind) {
        return Long.parseLong(count(hashes.get(kind.name().toLowerCase(java.util.Locale.ROOT))));
    }

    /** Kinds of rows that somebody asks about. */
    public enum Kind {
        INVOICES,
        NUMBERS,
        PARKED
    }

    private static String count(@Nullable String hash) {
        return hash == null ? "0" : hash.substring(0, hash.indexOf(' '));
    }
}
