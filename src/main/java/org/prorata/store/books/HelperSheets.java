package org.prorata.store.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prorata.book.schema.Table;
import org.prorata.book.workbook.Helpers;
import org.prorata.store.base.Session;

/** The tests and acceptances of the workbooks of a rule book. Of books from before they were kept nothing is known. */
public final class HelperSheets {

    private final Session session;

    public HelperSheets(Session session) {
        this.session = session;
    }

    /** Keeps them beside a book that is kept; what was kept of the same workbooks before does not count any more. */
    void save(String book, Collection<Table> helpers) {
        helpers.stream()
                .collect(Collectors.groupingBy(
                        table -> table.sheet().workbook(), LinkedHashMap::new, Collectors.toList()))
                .forEach((workbook, tables) -> session.client()
                        .sql("insert into rule_book_helper (book, workbook, content) values (?, ?, ?)")
                        .param(book)
                        .param(workbook)
                        .param(Helpers.text(tables))
                        .update());
    }

    /**
     * Those of the workbooks of which they are known.
     *
     * @param shipped version of the program's own book, of which it brings them along
     */
    public List<Table> of(String book, String shipped) {
        Map<String, Table> helpers = new LinkedHashMap<>();
        if (book.equals(shipped)) {
            Helpers.shipped().forEach(table -> helpers.put(table.sheet().id(), table));
        }
        session.client()
                .sql(
                        "select distinct on (workbook) workbook, content from rule_book_helper where book = ? order by workbook, id desc")
                .param(book)
                .query(row -> {
                    Helpers.read(row.getString("workbook"), row.getString("content"))
                            .forEach(table -> helpers.put(table.sheet().id(), table));
                });
        return new ArrayList<>(helpers.values());
    }
}
