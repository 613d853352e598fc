/** What the terms say of a contract before anything is computed: profile, length, rhythm, the course of its terms. */
package org.prorata.terms;
