/** How subjects ask the decision tables: a query by keys and day in, one validated row out. */
package org.prorata.decision.policy;
