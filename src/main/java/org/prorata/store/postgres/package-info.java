/** The PostgreSQL that comes with the program: unpacked, started, shared by the commands of one data folder, stopped. */
package org.prorata.store.postgres;
