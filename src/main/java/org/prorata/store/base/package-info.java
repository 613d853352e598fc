/** The database itself: address, connection, schema, locks, bulk copy and the log. */
@NullMarked
package org.prorata.store.base;

import org.jspecify.annotations.NullMarked;
