/** Several exits of one contract side by side: dates and causes, what each costs, and the earliest free one. */
package org.prorata.app.exits;
