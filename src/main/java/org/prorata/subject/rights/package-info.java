/** Which rights and duties the terms or an event open, and their state on a day. */
package org.prorata.subject.rights;
