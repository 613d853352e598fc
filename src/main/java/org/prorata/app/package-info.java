/** Use cases, each a class named by what it does; the doors know nothing else. */
@org.jspecify.annotations.NullMarked
package org.prorata.app;
