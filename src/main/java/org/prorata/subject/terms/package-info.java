/** How a contract ends: which notice reaches which end. */
package org.prorata.subject.terms;
