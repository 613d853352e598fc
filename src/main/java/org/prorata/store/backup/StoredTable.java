package org.prorata.store.backup;

import java.util.List;

/** A table and the columns that hold data of their own; what the database computes from them is none. */
public record StoredTable(String name, List<String> columns) {

    public StoredTable {
        columns = List.copyOf(columns);
    }
}
