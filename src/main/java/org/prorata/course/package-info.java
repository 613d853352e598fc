/** What became of a contract: its terms, prices and plan after every change, and the ends that were noticed. */
package org.prorata.course;
