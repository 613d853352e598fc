/** Who acts: identities, roles, and the rights that they give. */
package org.prorata.access;
