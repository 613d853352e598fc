/** Every day that contract and law set ahead of the facts known, in date order. */
package org.prorata.subject.deadlines;
