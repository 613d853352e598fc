/** Decision tables as workbooks and text copies, read, checked and written; the only room that knows Apache POI. */
package org.prorata.book.workbook;
