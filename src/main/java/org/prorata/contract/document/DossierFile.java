package org.prorata.contract.document;

import java.util.Optional;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;

/** What a dossier document holds: the facts, and the question when it puts one. */
public record DossierFile(Dossier dossier, Optional<Ask> ask) {}
