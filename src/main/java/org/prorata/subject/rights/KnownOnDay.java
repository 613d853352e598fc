package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;

/** What is known on a day: later events and payments are left out. */
final class KnownOnDay {

    private KnownOnDay() {}

    static Dossier on(Dossier dossier, LocalDate day) {
        List<Event> events = dossier.events().stream()
                .filter(event -> !event.on().isAfter(day))
                .toList();
        List<Invoice> invoices = dossier.invoices().stream()
                .filter(invoice -> !invoice.issued().isAfter(day))
                .toList();
        return new Dossier(
                dossier.terms(),
                dossier.language(),
                dossier.currency(),
                dossier.statutes(),
                dossier.customer(),
                dossier.contract(),
                dossier.otherContracts(),
                dossier.billed(),
                invoices,
                events);
    }
}
