package org.prorata.contract.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids of one list, each once. */
final class Ids {

    private final String list;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    Ids(String list) {
        this.list = list;
    }

    /** The id of an entry; one that another entry has is an error. */
    String read(Fields f) {
        String id = f.need("id", Types.TEXT);
        Integer first = id == null ? null : lines.putIfAbsent(id, f.line());
        if (first != null) {
            f.refuse(
                    "id",
                    "duplicate-id",
                    Types.quote(id) + " is the id of the entry on line " + first + " already; ids of " + list
                            + " are unique");
        }
        return id;
    }

    /** An entry that is known from elsewhere. */
    void know(String id) {
        lines.putIfAbsent(id, 0);
    }

    /** A field of another list that names an entry of this one. */
    String named(Fields f, String name) {
        String id = f.need(name, Types.TEXT);
        if (id != null && !lines.containsKey(id)) {
            f.refuse(
                    name,
                    "unknown-item",
                    Types.quote(id) + " is not one of the " + list + ": "
                            + (lines.isEmpty() ? "there is none" : String.join(", ", lines.keySet()))
                            + Names.suggestion(id, lines.keySet()));
        }
        return id;
    }
}
