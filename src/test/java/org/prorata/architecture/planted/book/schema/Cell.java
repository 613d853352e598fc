package org.prorata.architecture.planted.book.schema;

import org.apache.poi.ss.usermodel.Sheet;

/** Knows workbooks where only values are known. */
final class Cell {

    Sheet sheet;
}
