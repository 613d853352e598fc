/** Dossiers, payments, usage and events as they came in, every version kept. */
package org.prorata.store.facts;
