/** Which work answers which question. */
package org.prorata.question;
