/** Use cases, each a class named by what it does; the doors know nothing else. */
package org.prorata.app;
