/** Benchmarks, and mutants of the rule book that some case must notice: beside the product, which knows nothing of them. */
package org.prorata.bench;
