/** Pages for who reads a contract against the rule book: every article, the rows and rules that decide it, the cases that show it. */
package org.prorata.pages;
