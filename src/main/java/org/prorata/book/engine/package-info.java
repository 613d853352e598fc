/** Rule books and the evaluator; the only room that knows Drools. */
package org.prorata.book.engine;
