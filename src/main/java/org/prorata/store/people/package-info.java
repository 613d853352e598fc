/** Users, their roles, passwords and tokens, and what the log says of them. */
@NullMarked
package org.prorata.store.people;

import org.jspecify.annotations.NullMarked;
