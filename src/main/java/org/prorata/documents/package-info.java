/** Files for people and programs: what a run made as a workbook or CSV files, deadlines as a calendar. */
package org.prorata.documents;
