package org.prorata.app;

import java.util.function.BiConsumer;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.decision.Refused;

/** Gives dossiers out again as they were imported, and under a key of its own what became of them. */
public final class ExportingDossiers {

    private final Application application;

    public ExportingDossiers(Application application) {
        this.application = application;
    }

    /** Every contract known now, in order: its id and its document in YAML. */
    public void all(Caller caller, BiConsumer<String, String> each) {
        new Exporter(application.session(caller, AccessRight.READ)).all(each);
    }

    /**
     * The document of one contract as known now.
     *
     * @throws Refused when there is no such contract
     */
    public String one(Caller caller, String contract) {
        return new Exporter(application.session(caller, AccessRight.READ)).one(contract);
    }
}
