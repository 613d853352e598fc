/** Runs over the whole portfolio: billing, late payment, their previews and replays, and dossiers in and out. */
package org.prorata.run;
