/** When a new price takes effect: the terms' rule for notices of revision. */
package org.prorata.subject.course;
