package org.prorata.app.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.prorata.contract.document.EventColumns;
import org.prorata.contract.document.EventColumns.Kind;

/** What comes in by files, and the columns that they have. */
public enum Feed {
    PAYMENTS(List.of("id", "invoice", "on", "amount"), List.of("contract", "currency")),
    USAGE(List.of("id", "contract", "item", "on"), List.of("quantity", "status")),
    EVENTS(List.of("id", "contract", "event"), List.copyOf(EventColumns.kinds().keySet()));

    /** The column that a file of rejects has before the others; what it says is not read again. */
    static final String REASON = "reason";

    private static final Map<String, Kind> KINDS = kindsOfColumns();

    private final List<String> needed;
    private final Set<String> allowed;

    Feed(List<String> needed, List<String> more) {
        this.needed = needed;
        this.allowed = new LinkedHashSet<>(needed);
        this.allowed.addAll(more);
    }

    /** Its name in commands and in the database. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns that a file must have. */
    public List<String> needed() {
        return needed;
    }

    /** The columns that a file may have, those included. */
    public Set<String> allowed() {
        return allowed;
    }

    static Kind kind(String column) {
        return KINDS.getOrDefault(column, Kind.TEXT);
    }

    private static Map<String, Kind> kindsOfColumns() {
        Map<String, Kind> kinds = new TreeMap<>(EventColumns.kinds());
        kinds.put("amount", Kind.NUMBER);
        return kinds;
    }
}
