package org.prorata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prorata.book.changes.CarriedTables;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.engine.BookSource;
import org.prorata.book.register.Conventions;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.Helpers;
import org.prorata.decision.explain.Sentences;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.HelperSheets;
import org.prorata.store.books.ShippedBooks;

/**
 * What people changed in the tables in force, carried onto those that this program brings along: tables, tests and acceptances.
 *
 * @param base  the book that was brought along and edited, or null where it is not known: then nothing is carried
 * @param taken of the tables
 * @param beside of the sheets beside them
 */
record CarriedChanges(String shipped, String base, CarriedTables taken, CarriedTables beside) {

    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);
    private static final Sentences FRENCH = new Sentences(Locale.FRENCH);

    /** @param inForce version of the book whose tables people edited */
    static CarriedChanges of(Session session, BookSource shipped, String inForce) {
        BookStore stored = new BookStore(session);
        HelperSheets sheets = new HelperSheets(session);
        String base = new ShippedBooks(session).behind(inForce).orElse(null);
        if (base == null) {
            return new CarriedChanges(
                    shipped.version(),
                    null,
                    new CarriedTables(shipped.tables(), List.of(), List.of()),
                    new CarriedTables(new Tables(Helpers.shipped()), List.of(), List.of()));
        }
        Set<String> conventions = Conventions.shipped().ids();
        List<Table> edited = sheets.of(inForce, shipped.version());
        Set<String> known = edited.stream().map(table -> table.sheet().id()).collect(Collectors.toSet());
        // what is not known of a workbook was not taken away
        List<Table> before = sheets.of(base, shipped.version()).stream()
                .filter(table -> known.contains(table.sheet().id()))
                .toList();
        return new CarriedChanges(
                shipped.version(),
                base,
                CarriedTables.of(
                        stored.load(base).tables(), stored.load(inForce).tables(), shipped.tables(), conventions),
                CarriedTables.of(before, edited, Helpers.shipped(), conventions));
    }

    /** As it is kept with the proposal, for readers of every language. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("shipped", shipped);
        fields.put("edited_from", base);
        fields.put(
                "carried",
                all(CarriedTables::carried).stream().map(CarriedChanges::fields).toList());
        fields.put(
                "not_carried",
                all(CarriedTables::left).stream()
                        .map(each -> {
                            Map<String, Object> one = fields(each.difference());
                            one.put("why", ENGLISH.of(each.why()));
                            one.put("why_fr", FRENCH.of(each.why()));
                            return one;
                        })
                        .toList());
        return fields;
    }

    private <T> List<T> all(Function<CarriedTables, List<T>> part) {
        List<T> all = new ArrayList<>(part.apply(taken));
        all.addAll(part.apply(beside));
        return all;
    }

    private static Map<String, Object> fields(TablesDiff.RowDifference difference) {
        Map<String, Object> fields = DifferenceFields.of(difference);
        fields.put("message", difference.told(ENGLISH));
        fields.put("message_fr", difference.told(FRENCH));
        return fields;
    }
}
