/** Decision tables as validated values; the only room that knows Apache POI. */
package org.prorata.book.schema;
