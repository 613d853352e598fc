/** Benchmarks that anyone can run, each as a ratio against a baseline measured in the same run. */
package org.prorata.bench;
