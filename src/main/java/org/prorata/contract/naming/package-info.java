/** The names that documents and answers give to records, their fields and constants. */
package org.prorata.contract.naming;
