/** What the terms say of a contract before anything is computed, and how it ends: which notice reaches which end. */
package org.prorata.subject.terms;
