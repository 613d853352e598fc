/** A contract's state as changed to date: terms, prices and plan after every change, and when a new price takes effect. */
package org.prorata.subject.course;
