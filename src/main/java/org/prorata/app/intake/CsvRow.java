package org.prorata.app.intake;

import java.util.List;

/** A row as it stands in the file, with the line on which it begins. */
record CsvRow(int line, List<String> cells) {}
