/** Decision tables as validated values: sheets, columns, rows and cells, and the same as canonical text. */
package org.prorata.book.schema;
