package org.prorata.contract;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the rules are told about one contract.
 *
 * @param terms      id of the contract profile, a row of the terms table; {@code standard} means no contract
 * @param language   language of the explanations, {@code fr} or {@code en}
 * @param statutes   false leaves out the law that overrides the contract; rates and recovery fee stay
 * @param billed     what was invoiced already; empty when the dossier does not say, which is not an empty list
 * @param told      facts that were recorded since the contract was last billed, where that is known
 */
public record Dossier(
        String terms,
        String language,
        Currency currency,
        boolean statutes,
        Customer customer,
        Contract contract,
        List<OtherContract> otherContracts,
        Optional<List<Billed>> billed,
        List<Invoice> invoices,
        List<Event> events,
        List<Told> told) {

    /** Facts of which nobody asks since when they are known. */
    public Dossier(
            String terms,
            String language,
            Currency currency,
            boolean statutes,
            Customer customer,
            Contract contract,
            List<OtherContract> otherContracts,
            Optional<List<Billed>> billed,
            List<Invoice> invoices,
            List<Event> events) {
        this(
                terms,
                language,
                currency,
                statutes,
                customer,
                contract,
                otherContracts,
                billed,
                invoices,
                events,
                List.of());
    }

    public Dossier {
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(contract, "contract");
        otherContracts = List.copyOf(otherContracts);
        billed = billed.map(List::copyOf);
        invoices = List.copyOf(invoices);
        events = List.copyOf(events);
        told = List.copyOf(told);
    }

    /** The digits of the currency's minor unit: 2 for EUR. */
    public int digits() {
        return currency.getDefaultFractionDigits();
    }

    /** The same facts with what was invoiced already replaced. */
    public Dossier withBilled(List<Billed> rows) {
        return new Dossier(
                terms,
                language,
                currency,
                statutes,
                customer,
                contract,
                otherContracts,
                Optional.of(rows),
                invoices,
                events,
                told);
    }

    /** The same facts without what was invoiced already. */
    public Dossier withoutBilled() {
        return new Dossier(
                terms,
                language,
                currency,
                statutes,
                customer,
                contract,
                otherContracts,
                Optional.empty(),
                invoices,
                events,
                told);
    }

    /** The same facts with the invoices replaced. */
    public Dossier withInvoices(List<Invoice> rows) {
        return new Dossier(
                terms, language, currency, statutes, customer, contract, otherContracts, billed, rows, events, told);
    }

    /** The same facts with those named that were recorded since the contract was last billed. */
    public Dossier withTold(List<Told> since) {
        return new Dossier(
                terms,
                language,
                currency,
                statutes,
                customer,
                contract,
                otherContracts,
                billed,
                invoices,
                events,
                since);
    }

    /** The same facts with the events replaced. */
    public Dossier withEvents(List<Event> rows) {
        return new Dossier(
                terms, language, currency, statutes, customer, contract, otherContracts, billed, invoices, rows, told);
    }

    /** The events of one kind, in the order given. */
    public <E extends Event> List<E> events(Class<E> kind) {
        List<E> found = null;
        for (Event event : events) {
            if (kind.isInstance(event)) {
                if (found == null) {
                    found = new java.util.ArrayList<>(2);
                }
                found.add(kind.cast(event));
            }
        }
        return found == null ? List.of() : found;
    }
}
