package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of a database, read row by row, as an auditor would. */
final class Ledger {

    final Map<Long, Doc> docs = new TreeMap<>();
    private final JdbcClient client;

    Ledger(World world) {
        client = world.client();
        client.sql("""
                select i.id, i.run, i.contract_id, i.on_day, i.kind, i.corrects, i.net, i.tax, i.gross, s.series, s.number, s.on_day as issued,
                       c.invoice as cancels, d.credit_note as cancelled_by, coalesce(c.rebilled_by, d.rebilled_by) as rebilled
                from invoice i left join issued s on s.invoice = i.id left join cancellation c on c.credit_note = i.id
                left join cancellation d on d.invoice = i.id order by i.id""").query(row -> {
            Doc doc = new Doc(
                    row.getLong("id"),
                    (Long) row.getObject("run"),
                    row.getString("contract_id"),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("kind").equals("credit_note"),
                    (Long) row.getObject("corrects"),
                    row.getBigDecimal("net"),
                    row.getBigDecimal("tax"),
                    row.getBigDecimal("gross"),
                    row.getString("series") == null
                            ? null
                            : String.format("%s-%06d", row.getString("series"), row.getLong("number")),
                    row.getObject("issued", LocalDate.class),
                    (Long) row.getObject("cancels"),
                    (Long) row.getObject("cancelled_by"),
                    row.getObject("rebilled") != null,
                    new ArrayList<>(),
                    new ArrayList<>());
            docs.put(doc.id(), doc);
        });
        client.sql(
                        "select invoice, item, reason, first_day, last_day, on_day, amount, decision from invoice_line order by invoice, position")
                .query(row -> {
                    boolean credit = row.getString("decision").startsWith("{\"decision\":\"credit\"");
                    docs.get(row.getLong("invoice"))
                            .lines()
                            .add(new Line(
                                    row.getString("item"),
                                    row.getString("reason"),
                                    row.getObject("first_day", LocalDate.class),
                                    row.getObject("last_day", LocalDate.class),
                                    row.getObject("on_day", LocalDate.class),
                                    credit ? row.getBigDecimal("amount").negate() : row.getBigDecimal("amount")));
                });
        client.sql("select invoice, category, rate_pct, base, amount from invoice_tax order by invoice, position")
                .query(row -> {
                    docs.get(row.getLong("invoice"))
                            .taxes()
                            .add(new Tax(
                                    new Order.Rate(row.getString("category"), row.getBigDecimal("rate_pct")),
                                    row.getBigDecimal("base"),
                                    row.getBigDecimal("amount")));
                });
    }

    /** An invoice or a credit note. */
    record Doc(
            long id,
            Long run,
            String contract,
            LocalDate on,
            boolean credit,
            Long corrects,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            String number,
            LocalDate issued,
            Long cancels,
            Long cancelledBy,
            boolean rebilled,
            List<Line> lines,
            List<Tax> taxes) {

        /** Its lines are taken back by a credit note over all of it. */
        boolean cancelled() {
            return cancelledBy != null;
        }
    }

    /** A line, what is given back below zero. */
    record Line(String item, String reason, LocalDate from, LocalDate to, LocalDate on, BigDecimal amount) {

        boolean overlaps(Line other) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }

        /** A correction of what was used is none of days. */
        boolean byTime() {
            return !item.equals(Orders.USED)
                    && List.of("recurring", "added", "upgrade", "unused", "correction")
                            .contains(reason);
        }
    }

    /** What a document says of one rate. */
    record Tax(Order.Rate rate, BigDecimal base, BigDecimal amount) {}

    List<Doc> of(String contract) {
        return docs.values().stream()
                .filter(doc -> doc.contract().equals(contract))
                .toList();
    }

    /** By item what is billed net of what is given back; what was cancelled counts as never billed. */
    Map<String, BigDecimal> net(String contract) {
        Map<String, BigDecimal> net = new TreeMap<>();
        of(contract).stream()
                .filter(doc -> !doc.cancelled())
                .flatMap(doc -> doc.lines().stream())
                .forEach(line -> net.merge(line.item(), line.amount(), BigDecimal::add));
        net.values().removeIf(amount -> amount.signum() == 0);
        return net;
    }

    /** What was claimed: by our invoice's id, or the contract's and the invoice's. */
    Map<String, BigDecimal> claimed(String kind) {
        Map<String, BigDecimal> claimed = new TreeMap<>();
        client.sql("""
                select n.contract_id, l.invoice, l.invoice_id, sum(l.amount) as amount from debit_note_line l join debit_note n on n.id = l.debit_note
                where l.kind = ? group by 1, 2, 3""").param(kind).query(row -> {
            claimed.put(
                    row.getObject("invoice") == null
                            ? row.getString("contract_id") + "/" + row.getString("invoice_id")
                            : String.valueOf(row.getLong("invoice")),
                    row.getBigDecimal("amount"));
        });
        return claimed;
    }

    /** All that a preview could have changed, counted. */
    static String fingerprint(World world) {
        JdbcClient client = world.client();
        return List.of(
                                "invoice",
                                "invoice_line",
                                "invoice_tax",
                                "debit_note",
                                "debit_note_line",
                                "issued",
                                "opening",
                                "opening_line",
                                "cancellation",
                                "event",
                                "payment")
                        .stream()
                        .map(table -> table + " "
                                + client.sql(
                                                "select count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                                        + table + " t")
                                        .query(String.class)
                                        .single())
                        .collect(Collectors.joining("\n"))
                + client.sql("select string_agg(s::text, ';' order by name) from series s")
                        .query(String.class)
                        .optional()
                        .orElse("");
    }
}
