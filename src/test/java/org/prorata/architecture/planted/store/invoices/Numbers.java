package org.prorata.architecture.planted.store.invoices;

import java.sql.Connection;

/** A room of storage, which knows no other one. */
public final class Numbers {

    Connection connection;
}
