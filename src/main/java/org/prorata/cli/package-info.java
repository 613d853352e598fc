/** The command line: needs neither a database nor a server to answer. */
package org.prorata.cli;
