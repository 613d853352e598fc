/** Everything the database remembers in one file, and back. */
@NullMarked
package org.prorata.store.backup;

import org.jspecify.annotations.NullMarked;
