/** Invoices, claims and credit notes: their numbers, lines and totals, and what is owed of them. */
package org.prorata.store.invoices;
