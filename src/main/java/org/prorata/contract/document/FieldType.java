package org.prorata.contract.document;

import java.util.function.Function;

/**
 * What a scalar field may hold.
 *
 * @param wanted what is allowed, for error messages: {@code a date such as 2025-03-01}
 * @param read   the value of a scalar that is not null; throws {@link ValueRefused}
 */
record FieldType<T>(String wanted, Function<Node.Scalar, T> read) {}
