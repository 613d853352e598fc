package org.prorata.app;

import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.IdentityRefused;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;
import org.prorata.store.people.Identities;

/**
 * Prorata on one database, for as long as a process lives and for all its callers. Use cases are made of it once; each of their methods
 * takes the caller, and begins by asking for a session with the right that the work is.
 */
public final class Application {

    private final Database database;
    private final AuditKeys keys;
    private final HeldBooks books;

    /**
     * @param keys    of the audit log, or null where none is kept
     * @param shipped the program's own rule book, asked for when it is needed first
     */
    public Application(Database database, AuditKeys keys, Supplier<RuleBook> shipped) {
        this.database = database;
        this.keys = keys;
        this.books = new HeldBooks(shipped);
    }

    private Application(Database database, AuditKeys keys, HeldBooks books) {
        this.database = database;
        this.keys = keys;
        this.books = books;
    }

    /** The same on a database that was opened once more, as when its server was away; the books stay held. */
    Application on(Database again) {
        return new Application(again, keys, books);
    }

    /**
     * The database for a caller, after making sure that they may.
     *
     * @throws IdentityRefused when they may not, which the audit log is told
     */
    public Session session(Caller caller, AccessRight right) {
        Session session = database.session(caller, keys);
        Identities identities = new Identities(session);
        // a backup is also taken of tables that know nobody yet
        if (right != AccessRight.BACK_UP || identities.kept()) {
            identities.check(caller.identity(), right);
        }
        return session;
    }

    /** The database for who has still to show who they are, or for what needs no right; what they do bears their name. */
    Session unchecked(Caller caller) {
        return database.session(caller, keys);
    }

    /** Whether the files of the database lie here, so that who owns them owns it. */
    boolean embedded() {
        return database.embedded();
    }

    AuditKeys keys() {
        return keys;
    }

    /** The rule books in force, each compiled once in this process, also those that another process put in force. */
    public RuleBooks books(Session session) {
        return books.inForce(session);
    }

    /** The program's own rule book. */
    public RuleBook shipped() {
        return books.shipped();
    }
}
