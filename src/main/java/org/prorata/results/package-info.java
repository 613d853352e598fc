/** What a run made as files: one workbook, or CSV files in a folder. */
package org.prorata.results;
