/** Mutants of the rule book: each a rule left out or a table value changed by a little, which some case must notice. */
package org.prorata.mutation;
