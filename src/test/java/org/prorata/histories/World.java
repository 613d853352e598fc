package org.prorata.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.prorata.cli.Commands;
import org.prorata.cli.Commands.Said;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.run.TestBook;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one history works on: its database, its contracts, its days, and the script of its commands so far. */
final class World implements AutoCloseable {

    /** No document is issued after the machine's day; the rates published so far end with 2026. */
    static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    final Path folder;
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Paid> payments = new LinkedHashMap<>();
    /** Contracts that the last run over them could not decide. */
    final Set<String> parked = new LinkedHashSet<>();
    /** By day the books that came into force. */
    final TreeMap<LocalDate, RuleBook> books = new TreeMap<>();
    /** By document the rates by which its contract was charged when it was made: contract's items by their id. */
    final Map<Long, Map<String, Order.Rate>> rates = new HashMap<>();
    /** By number the document that bears it. */
    final Map<String, String> numbers = new HashMap<>();
    private final StringBuilder script = new StringBuilder();
    private Place place;
    private RuleBooks shipped = RuleBooks.of(TestBook.book());
    LocalDate first;
    LocalDate now;
    LocalDate billedTo;
    LocalDate lateOn;
    /** How many exits were compared with their bills. */
    int exits;
    private int files;
    private int ids;

    World(Path folder, LocalDate first) {
        this.folder = folder;
        this.first = first;
        this.now = first;
        this.place = new Place(false);
        books.put(LocalDate.MIN, TestBook.book());
    }

    /** Money that a client paid. */
    record Paid(String contract, String invoice, Long own, LocalDate on, java.math.BigDecimal amount) {
    }

    Place place() {
        return place;
    }

    /** To look at the rows of the database. */
    JdbcClient client() {
        return place.client();
    }

    RuleBooks shipped() {
        return shipped;
    }

    void shipped(RuleBook book) {
        shipped = RuleBooks.of(book);
    }

    /** From now on all commands work on another database. */
    void moveTo(Place other) {
        place.close();
        place = other;
    }

    String id(String prefix) {
        return prefix + ++ids;
    }

    void pass(int days) {
        now = now.plusDays(days).isAfter(LAST) ? LAST : now.plusDays(days);
    }

    boolean over() {
        return !now.isBefore(LAST.minusDays(40));
    }

    Said run(String... arguments) {
        return run(List.of(arguments));
    }

    Said run(List<String> arguments) {
        script.append("prorata ").append(String.join(" ", arguments).replace(folder.toString() + "/", "")).append('\n');
        Said said = quietly(arguments);
        script.append("  # ").append(said.status()).append(": ").append((said.err() + said.out()).strip().replace("\n", "\n  # ")).append('\n');
        if (said.status() > 2 || said.err().contains("Exception") || said.err().contains("\tat ")) {
            Fault.raise("broke-off", String.join(" ", arguments) + "\n" + said);
        }
        return said;
    }

    /** A command that only looks and is not worth a line of the script. */
    Said quietly(List<String> arguments) {
        return Commands.run(place.url(), shipped, arguments);
    }

    /** A command that has to end well. */
    Said done(String kind, String... arguments) {
        Said said = run(arguments);
        if (said.status() != 0) {
            Fault.raise(kind, String.join(" ", arguments) + "\n" + said);
        }
        return said;
    }

    Path file(String name, String text) {
        Path file = folder.resolve(++files + "-" + name);
        write(file, text);
        script.append("cat > ").append(file.getFileName()).append(" <<'END'\n").append(text.endsWith("\n") ? text : text + "\n").append("END\n");
        return file;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(String text) {
        script.append("# ").append(text).append('\n');
    }

    String script() {
        return script.toString();
    }

    List<Order> all() {
        return new ArrayList<>(orders.values());
    }

    @Override
    public void close() {
        System.clearProperty("prorata.token-file");
        place.close();
    }
}
