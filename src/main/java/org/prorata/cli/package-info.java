/** The command line: arguments parsed, answers printed; what it does is done by use cases. */
package org.prorata.cli;
