package org.prorata.store.base;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.prorata.access.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database for one caller: every row that is written in one of its transactions bears the caller's name, and the audit log names
 * them. Sessions share the connections of their database, and nothing of one is seen by another. Safe to use by many threads.
 */
public final class Session {

    private final Database database;
    private final Caller caller;
    private final DataSource connections;
    private final JdbcClient client;
    private final AuthoredTransactions manager;
    private final TransactionTemplate transactions;
    private final Audit audit;

    /** @param keys of the audit log, or null where none is kept, as of a benchmark's database */
    Session(Database database, DataSource pool, Caller caller, @Nullable AuditKeys keys) {
        this.database = database;
        this.caller = caller;
        // transactions belong to a thread and a source of connections: with one of its own, no session joins another's
        this.connections = new DelegatingDataSource(pool);
        this.client = JdbcClient.create(connections);
        this.manager = new AuthoredTransactions(connections, caller.name());
        this.transactions = new TransactionTemplate(manager);
        this.audit = new Audit(this, keys);
    }

    /** Who acts. */
    public Caller caller() {
        return caller;
    }

    /** The database that other sessions share. */
    public Database database() {
        return database;
    }

    public Audit audit() {
        return audit;
    }

    public JdbcClient client() {
        return client;
    }

    /** Transactions in which rows can be written; outside of one, a row that needs an author is refused by the database. */
    public TransactionTemplate tx() {
        return transactions;
    }

    /** A transaction that sees one moment of all tables and writes nothing. */
    public TransactionTemplate look() {
        TransactionTemplate look = new TransactionTemplate(manager);
        look.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        look.setReadOnly(true);
        return look;
    }

    /** Connections without an author, for what only reads or tells the author itself. */
    public DataSource dataSource() {
        return connections;
    }

    public PlatformTransactionManager transactions() {
        return manager;
    }

    /** Transactions by the same caller on connections that were taken from {@link #dataSource()}. */
    public TransactionTemplate tx(DataSource taken) {
        return new TransactionTemplate(new AuthoredTransactions(taken, caller.name()));
    }
}
