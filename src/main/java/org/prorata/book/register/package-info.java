/** The register of clauses: where each stands, what it says in our words, and what decides it. */
package org.prorata.book.register;
