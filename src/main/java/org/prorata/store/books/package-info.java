/** Rule books that people proposed, approved and activated, and those that programs brought along. */
package org.prorata.store.books;
