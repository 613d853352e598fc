/** The register of clauses: where each stands, what it says in our words, what decides it, and pages of it for who reads a contract. */
package org.prorata.book.register;
