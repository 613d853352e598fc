/** Benchmarks that anyone can run, each as a ratio against a baseline of the same run, and mutants of the rule book that some case must notice. */
package org.prorata.bench;
