/** What was billed, claimed, credited, run, parked and proposed, as records that know no storage. */
package org.prorata.ledger;
