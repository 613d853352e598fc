/** What the database remembers; the only room that knows SQL. */
package org.prorata.store.base;
