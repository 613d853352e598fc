/** Users, their roles, passwords and tokens, and what the log says of them. */
package org.prorata.store.people;
