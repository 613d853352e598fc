/** Payments, usage and events that come in as CSV files: good rows are stored once, bad ones named. */
package org.prorata.app.intake;
