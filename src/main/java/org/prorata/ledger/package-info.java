/** What was billed, claimed, credited, run, parked and proposed, as records that know no storage. */
@NullMarked
package org.prorata.ledger;

import org.jspecify.annotations.NullMarked;
