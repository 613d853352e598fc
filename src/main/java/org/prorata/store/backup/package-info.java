/** Everything the database remembers in one file, and back. */
package org.prorata.store.backup;
