/** The PostgreSQL that comes with the program: unpacked, started, shared by the commands of one data folder, stopped. */
@NullMarked
package org.prorata.store.postgres;

import org.jspecify.annotations.NullMarked;
