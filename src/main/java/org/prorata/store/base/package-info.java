/** The database itself: address, connection, schema, locks, bulk copy and the log. */
package org.prorata.store.base;
