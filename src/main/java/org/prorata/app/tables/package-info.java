/** Use cases of finance: workbooks checked, tested, compared, measured, proposed, approved, put in force. */
@org.jspecify.annotations.NullMarked
package org.prorata.app.tables;
