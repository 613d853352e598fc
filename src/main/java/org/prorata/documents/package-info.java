/** Deadlines in order, and as a calendar file that calendar programs open. */
package org.prorata.documents;
