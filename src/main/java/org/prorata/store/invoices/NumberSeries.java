package org.prorata.store.invoices;

import java.util.List;
import org.prorata.ledger.IssuedNumbers;
import org.prorata.store.base.Session;

/** The series of numbers, and the proof that they have no gap. */
public final class NumberSeries {

    private final Session session;

    public NumberSeries(Session session) {
        this.session = session;
    }

    /** What is wrong with the numbers, in words; empty when nothing is. */
    public List<String> wrongNumbers() {
        return session.client().sql("""
                with numbered as (
                    select series, number, on_day, lag(number) over w as before, lag(on_day) over w as day_before
                    from issued window w as (partition by series order by number))
                select series || ': number ' || number || case when before is null then ' is its first' else ' follows ' || before end
                from numbered where number <> coalesce(before, 0) + 1
                union all
                select series || ': number ' || number || ' of ' || on_day || ' follows one of ' || day_before
                from numbered where on_day < day_before
                union all
                select series || ': a number of ' || on_day || ' stands in it' from issued where right(series, 4) <> to_char(on_day, 'YYYY')
                union all
                select s.name || ': the series counts up to ' || s.last_number || ', its last number is ' || coalesce(max(i.number), 0)
                from series s left join issued i on i.series = s.name group by s.name, s.last_number
                having s.last_number <> coalesce(max(i.number), 0)
                union all
                select distinct series || ': there is no such series' from issued where series not in (select name from series)
                union all
                select number_of(n.series, n.number) || ': its lines and taxes do not add up to its total'
                from issued n join invoice i on i.id = n.invoice left join cancellation c on c.credit_note = i.id
                left join lateral (select sum(signed_amount(reason, amount)) as net
                                   from invoice_line where invoice = coalesce(c.invoice, i.id)) l on true
                left join lateral (select sum(amount) as tax from invoice_tax where invoice = coalesce(c.invoice, i.id)) t on true
                where case when c.invoice is null then l.net else -l.net end is distinct from i.net
                or case when c.invoice is null then t.tax else -t.tax end is distinct from i.tax
                union all
                select i.name || ': it belongs to no run and cancels no invoice' from invoice i
                where run is null and not exists (select from cancellation where credit_note = i.id and invoice = i.corrects)
                union all
                select i.name || ': it cancels an invoice and has no number' from invoice i join cancellation c on c.credit_note = i.id
                where not exists (select from issued where invoice = i.id)
                union all
                select number_of(n.series, n.number) || ': its lines do not add up to its amount'
                from issued n join debit_note d on d.id = n.debit_note
                where d.amount is distinct from (select sum(amount) from debit_note_line where debit_note = d.id)
                order by 1""").query(String.class).list();
    }

    /** How many numbers each series has. */
    public List<IssuedNumbers> series() {
        return session.client()
                .sql("select name, last_number from series order by name")
                .query((row, n) -> new IssuedNumbers(row.getString(1), 1, row.getLong(2)))
                .list();
    }
}
