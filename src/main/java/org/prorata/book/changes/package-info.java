/** What differs between two sets of tables, and what people changed in one set carried over to another. */
package org.prorata.book.changes;
