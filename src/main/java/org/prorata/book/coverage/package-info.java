/** What decision tables leave open, answer twice or never answer, as regions of what they may be asked. */
package org.prorata.book.coverage;
