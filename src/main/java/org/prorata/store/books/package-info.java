/** Rule books that people proposed, approved and activated, and those that programs brought along. */
@NullMarked
package org.prorata.store.books;

import org.jspecify.annotations.NullMarked;
