package org.prorata.contract.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.PublicBuyer;
import org.prorata.contract.Term;
import org.prorata.contract.naming.RecordFields;

/** Writes a dossier back as a document: fields in a fixed order, decimals as written, defaults left out. */
public final class DossierWriter {

    private DossierWriter() {}

    /** The dossier as YAML text; {@code ask} may be null. Read again it gives equal facts. */
    public static String yaml(Dossier dossier, Ask ask) {
        return YamlText.of(fields(dossier, ask));
    }

    /** The same with what Prorata added to it under the key {@code prorata}, which readers leave alone. */
    public static String yaml(Dossier dossier, Ask ask, Map<String, Object> added) {
        Map<String, Object> all = fields(dossier, ask);
        all.put(DossierReader.MARK, added);
        return YamlText.of(all);
    }

    /** The dossier as ordered fields under their document names; {@code ask} may be null. */
    public static Map<String, Object> fields(Dossier dossier, Ask ask) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("terms", dossier.terms());
        putUnless("en", all, "language", dossier.language());
        putUnless("EUR", all, "currency", dossier.currency().getCurrencyCode());
        putUnless(true, all, "statutes", dossier.statutes());
        if (!dossier.customer().equals(Customer.UNNAMED)) {
            all.put("customer", customer(dossier.customer()));
        }
        all.put("contract", contract(dossier.contract()));
        putList(
                all,
                "other_contracts",
                dossier.otherContracts().stream().map(RecordFields::of).toList());
        dossier.billed()
                .ifPresent(rows -> all.put(
                        "billed", rows.stream().map(DossierWriter::billed).toList()));
        putList(
                all,
                "invoices",
                dossier.invoices().stream().map(DossierWriter::invoice).toList());
        putList(
                all,
                "events",
                dossier.events().stream().map(DossierWriter::event).toList());
        if (ask != null) {
            all.put("ask", ask(ask));
        }
        return all;
    }

    private static Map<String, Object> billed(Billed row) {
        Map<String, Object> fields = RecordFields.of(row);
        if (row.booking() != null) {
            fields.remove("booking");
            fields.putAll(RecordFields.of(row.booking()));
        }
        return fields;
    }

    private static Map<String, Object> customer(Customer customer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        RecordFields.of(customer).forEach((name, value) -> {
            if (!name.equals("buyer")) {
                fields.put(name, value);
            } else if (customer.publicBuyer()) {
                fields.put("public", customer.buyer() == PublicBuyer.AUTHORITY ? Boolean.TRUE : customer.buyer());
            }
        });
        fields.remove("professional", true);
        return fields;
    }

    private static Map<String, Object> contract(Contract contract) {
        Map<String, Object> fields = new LinkedHashMap<>();
        RecordFields.of(contract).forEach((name, value) -> {
            if (!name.equals("term")) {
                fields.put(name, value);
            } else if (contract.term().kind() == Term.Kind.STATED) {
                fields.put("term_months", contract.term().months());
            } else if (contract.term().kind() == Term.Kind.OPEN_ENDED) {
                fields.put("term_months", null);
            }
        });
        fields.remove("payment_rule", PaymentRule.NET);
        fields.remove("gift_code", false);
        if (contract.revision() != null
                && BigDecimal.ONE.equals(contract.revision().share())) {
            Map<String, Object> revision = RecordFields.of(contract.revision());
            revision.remove("share");
            fields.put("revision", revision);
        }
        return fields;
    }

    private static Map<String, Object> invoice(Invoice invoice) {
        Map<String, Object> fields = RecordFields.of(invoice);
        fields.remove("payments", List.of());
        fields.remove("claimed", List.of());
        fields.remove("supply");
        if (invoice.supply().first() != null) {
            fields.put("performed", invoice.supply().first());
        }
        if (invoice.supply().periodic()) {
            fields.put("periodic", true);
        }
        putList(
                fields,
                "recovery_costs",
                invoice.supply().costs().stream().map(RecordFields::of).toList());
        return fields;
    }

    private static Map<String, Object> event(Event event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", RecordFields.name(event.getClass()));
        fields.putAll(RecordFields.of((Record) event));
        fields.remove("services", List.of());
        return fields;
    }

    private static Map<String, Object> ask(Ask ask) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("question", ask instanceof Ask.TermsInForce ? "terms" : RecordFields.name(ask.getClass()));
        fields.putAll(RecordFields.of((Record) ask));
        return fields;
    }

    private static void putUnless(Object usual, Map<String, Object> fields, String name, Object value) {
        if (!usual.equals(value)) {
            fields.put(name, value);
        }
    }

    private static void putList(Map<String, Object> fields, String name, List<?> rows) {
        if (!rows.isEmpty()) {
            fields.put(name, rows);
        }
    }
}
