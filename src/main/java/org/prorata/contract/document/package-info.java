/** Dossier documents: YAML or JSON text in, checked facts or all errors with their lines out; and back to text. */
package org.prorata.contract.document;
