/** Whether a promised service level was kept, and what a missed one is worth: measured minutes, bands, restoration. */
package org.prorata.subject.servicelevel;
