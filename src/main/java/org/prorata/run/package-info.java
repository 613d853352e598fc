/** Runs over the whole portfolio in parts, chunks and workers: billing, late payment, their previews and their impact; the only room that knows Spring Batch. */
package org.prorata.run;
