/** The facts that we are given about one contract, as records that refuse nonsense; depends on nothing. */
package org.prorata.contract;
