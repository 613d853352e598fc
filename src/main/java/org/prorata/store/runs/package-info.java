/** Runs, their parts and workers, what they parked and warned of, and what was measured of a book before it begins. */
package org.prorata.store.runs;
