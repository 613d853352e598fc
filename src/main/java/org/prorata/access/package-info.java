/** Who acts: identities, roles, and the rights that they give. */
@NullMarked
package org.prorata.access;

import org.jspecify.annotations.NullMarked;
