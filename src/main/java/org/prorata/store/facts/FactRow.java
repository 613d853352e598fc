package org.prorata.store.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.prorata.store.base.Columns;

/** The columns of a fact in their order: each call reads the next one. */
final class FactRow {

    private final ResultSet row;
    private final int before;
    private int column;
    private String contract;

    /** @param before columns that stand before the fact's own */
    FactRow(ResultSet row, int before) {
        this.row = row;
        this.before = before;
    }

    /** Begins with the row on which the result stands now. */
    FactRow begin(String ofContract) {
        contract = ofContract;
        column = before;
        return this;
    }

    /** Whose fact it is. */
    String contract() {
        return contract;
    }

    String text() throws SQLException {
        return row.getString(++column);
    }

    BigDecimal number() throws SQLException {
        return row.getBigDecimal(++column);
    }

    LocalDate day() throws SQLException {
        return row.getObject(++column, LocalDate.class);
    }

    boolean yes() throws SQLException {
        return row.getBoolean(++column);
    }

    Integer integer() throws SQLException {
        int value = row.getInt(++column);
        return row.wasNull() ? null : value;
    }

    <E extends Enum<E>> E choice(Class<E> kind) throws SQLException {
        return Columns.choice(row.getString(++column), kind);
    }
}
