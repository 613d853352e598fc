package org.prorata.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.prorata.cli.Commands;
import org.prorata.engine.RuleBook;
import org.prorata.run.EditedBook;
import org.prorata.store.AuditKeys;
import org.prorata.store.Database;
import org.prorata.store.Identities;
import org.prorata.store.Identity;
import org.prorata.store.Role;
import org.prorata.store.Tokens;

/** Another rule book in force from a day on, by two persons; and the whole database elsewhere. */
final class Books {

    private static final List<String> TABLES = List.of("rule_book", "run", "invoice", "invoice_line", "invoice_tax", "debit_note", "debit_note_line", "issued",
            "series", "opening", "opening_line", "event", "payment", "payment_received", "withdrawal", "cancellation", "contract", "item", "parked", "activation");

    private final World world;

    Books(World world) {
        this.world = world;
    }

    void activate(Random random) {
        // each command then compiles one of the two books anew
        if (world.billedTo == null || world.books.size() > 1 || random.nextInt(3) > 0) {
            return;
        }
        LocalDate from = world.billedTo.plusDays(1 + random.nextInt(40));
        RuleBook newer = new EditedBook().row("proration", "standard-daily-added", "method: daily", "method: full").book();
        // whoever makes users and tokens tells the audit log of it, as the commands do that ask for a password
        Database database = world.place().database().database();
        database.actAs(Identity.local("histories"), AuditKeys.of(world.folder, System.getProperties(), Map.of()));
        for (String name : List.of("marie", "ana")) {
            new Identities(database).add(name, name, EnumSet.of(Role.FINANCE, Role.APPROVER, Role.BILLING, Role.AUDITOR), "correct horse battery");
        }
        world.shipped(newer);
        as("marie");
        world.done("activation", "tables", "propose", "--shipped", "--reason", "added months count whole", "--with-failing-tests");
        as("ana");
        world.done("activation", "tables", "approve", "1", "--reason", "agreed");
        world.done("activation", "tables", "activate", "1", "--from", from.toString(), "--accept-impact");
        world.books.put(from, newer);
        // what follows needs other roles than theirs
        System.clearProperty("prorata.token-file");
    }

    private void as(String name) {
        try {
            Identity identity = new Identities(world.place().database().database()).known(name).identity();
            Path token = world.folder.resolve(name + ".token");
            Files.writeString(token, new Tokens(world.place().database().database()).create(identity, "test", 1).secret());
            Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
            System.setProperty("prorata.token-file", token.toString());
            world.note("as " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A backup restored into another database holds the same, and the history goes on there. */
    void restore() {
        Path file = world.folder.resolve(world.id("backup-") + ".zip");
        world.done("backup", "backup", file.toString());
        Map<String, String> before = content();
        Place other = new Place(true);
        Commands.Said said = Commands.run(other.url(), world.shipped(), List.of("restore", file.toString()));
        if (said.status() != 0) {
            other.close();
            Fault.raise("restore", said.toString());
            return;
        }
        world.note("restored into another database, on which all goes on");
        world.moveTo(other);
        Map<String, String> after = content();
        Checks.expect("restore", before.equals(after), "before " + before + "\nafter " + after);
        world.done("audit", "audit", "check");
    }

    private Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        for (String table : TABLES) {
            content.put(table, world.client().sql("select count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table + " t")
                    .query(String.class).single());
        }
        return content;
    }
}
