/** What a late payer owes: due days, interest, the fixed sum for recovery, and the rights that a formal notice opens. */
package org.prorata.subject.late;
