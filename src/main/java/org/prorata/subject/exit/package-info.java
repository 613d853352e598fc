/** What leaving brings: notice and end, fees left and refunds, exit services and who pays them, data and their days. */
package org.prorata.subject.exit;
