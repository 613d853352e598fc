/** Runs, their parts and workers, what they parked and warned of, and what was measured of a book before it begins. */
@NullMarked
package org.prorata.store.runs;

import org.jspecify.annotations.NullMarked;
