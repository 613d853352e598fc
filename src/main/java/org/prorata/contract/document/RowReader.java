package org.prorata.contract.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;

/**
 * Reads facts that come as rows, by the same readers as the fields of documents; for one contract, whose currency and
 * items the rows refer to. All methods throw {@link DossierErrors} with every error of the row.
 */
public final class RowReader {

    private final EventReader events;
    private final InvoiceReader invoices;

    public RowReader(Currency currency, List<Item> items) {
        MoneyTypes money = new MoneyTypes(currency);
        Ids ids = new Ids("items");
        Map<String, Item.Per> pers = new HashMap<>();
        for (Item item : items) {
            ids.know(item.id());
            pers.put(item.id(), item.per());
        }
        this.events = new EventReader(money, ids, pers::get);
        this.invoices = new InvoiceReader(money);
    }

    /** The event of a row; columns that say something else are named. */
    public Event event(RowText row, Set<String> others) {
        return read(row, others, events::read);
    }

    /** The payment of a row. */
    public Invoice.Payment payment(RowText row, Set<String> others) {
        return read(row, others, invoices::payment);
    }

    /** One text of a row, which must be there. */
    public static String text(RowText row, String column) {
        return one(row, column, Types.TEXT);
    }

    /** The currency that a row states. */
    public static Currency currency(RowText row, String column) {
        return one(row, column, Types.CURRENCY);
    }

    private static <T> T one(RowText row, String column, FieldType<T> type) {
        String cell = row.cells().get(column);
        if (cell == null) {
            throw new DossierErrors(
                    List.of(row.problem(column, "missing-field", "is missing; " + type.wanted() + " is wanted")));
        }
        try {
            return type.read().apply(new Node.Scalar(cell, true, row.line()));
        } catch (ValueRefused e) {
            throw new DossierErrors(List.of(row.problem(column, e.code(), e.getMessage())));
        }
    }

    private static <T> T read(RowText row, Set<String> others, Function<Fields, T> reader) {
        List<Node.Entry> entries = new ArrayList<>(row.cells().size());
        row.cells().forEach((column, cell) -> {
            if (!others.contains(column)) {
                entries.add(new Node.Entry(column, row.line(), node(row, column, cell)));
            }
        });
        Problems problems = new Problems(row.file());
        T fact = reader.apply(Fields.of(new Node.Mapping(entries, row.line()), "", problems));
        problems.throwIfAny();
        return fact;
    }

    private static Node node(RowText row, String column, String cell) {
        EventColumns.Kind kind = EventColumns.kind(column);
        if (kind != EventColumns.Kind.LIST) {
            return new Node.Scalar(cell, kind != EventColumns.Kind.FLAG, row.line());
        }
        try {
            return at(
                    SourceText.of("cell", cell.getBytes(StandardCharsets.UTF_8)).parse(), row.line());
        } catch (DossierErrors e) {
            throw new DossierErrors(e.problems().stream()
                    .map(problem -> row.problem(column, problem.code(), problem.message()))
                    .toList());
        }
    }

    /** A list is written in a cell as it is in documents; its lines are those of the row. */
    private static Node at(Node node, int line) {
        if (node instanceof Node.Sequence list) {
            return new Node.Sequence(
                    list.items().stream().map(item -> at(item, line)).toList(), line);
        }
        if (node instanceof Node.Mapping fields) {
            return new Node.Mapping(
                    fields.entries().stream()
                            .map(entry -> new Node.Entry(entry.key(), line, at(entry.value(), line)))
                            .toList(),
                    line);
        }
        return node instanceof Node.Scalar scalar
                ? new Node.Scalar(scalar.text(), scalar.quoted(), line)
                : new Node.Scalar("", false, line);
    }
}
