/** What is concluded: decisions, each with its reasons as data, and the settlement that leaves one per slot. */
package org.prorata.decision;
