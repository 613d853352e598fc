package org.prorata.store.invoices;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Invoiced;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** Where lines of ours stand: their documents by the names of drafts, which never change, and their taxes. */
final class Bookings {

    private final Map<Long, List<Tax>> taxes = new HashMap<>();
    private final Map<Long, Invoiced> plain = new HashMap<>();

    private Bookings() {}

    private record Tax(String category, BigDecimal ratePct) {}

    /** @param table the taxes of the documents */
    static Bookings of(Session session, String table, Collection<Long> documents) {
        Bookings bookings = new Bookings();
        session.client()
                .sql("select invoice, category, rate_pct from " + table
                        + " where invoice = any(?) order by invoice, position")
                .param(documents.toArray(Long[]::new))
                .query(row -> {
                    bookings.taxes
                            .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                            .add(new Tax(row.getString(2), row.getBigDecimal(3)));
                });
        return bookings;
    }

    /** Of a row with document, what it corrects and the position of its tax. */
    Invoiced of(ResultSet row) throws SQLException {
        long document = row.getLong("invoice");
        Long corrects = Columns.whole(row, "corrects");
        String received = row.getString("corrects_received");
        Integer tax = Columns.integer(row, "tax");
        if (corrects == null && received == null && tax == null) {
            return plain.computeIfAbsent(document, id -> booking(id, null, null));
        }
        return booking(document, corrects == null ? received : name(corrects), tax);
    }

    /** An invoice with several taxes that does not say which line has which was made before lines did. */
    private Invoiced booking(long document, String corrects, Integer tax) {
        List<Tax> all = taxes.getOrDefault(document, List.of());
        Tax own = tax != null ? all.get(tax - 1) : all.size() == 1 ? all.get(0) : null;
        return new Invoiced(
                name(document), corrects, own == null ? null : own.category(), own == null ? null : own.ratePct());
    }

    private static String name(long document) {
        return "D-%06d".formatted(document);
    }
}
