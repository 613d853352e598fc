/** The question what to invoice: periods laid out, slots for the rules, difference to what was billed, tax. */
package org.prorata.subject.billing;
