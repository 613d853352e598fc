/** Which work answers which question. */
package org.prorata.subject;
