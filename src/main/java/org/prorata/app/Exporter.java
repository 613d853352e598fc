package org.prorata.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierWriter;
import org.prorata.decision.Refused;
import org.prorata.ledger.Document;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Documents;

/** Writes dossiers as they were imported, and under a key of its own what Prorata made of them. */
public final class Exporter {

    private final Dossiers facts;
    private final Documents documents;

    public Exporter(Session session) {
        this.facts = new Dossiers(session);
        this.documents = new Documents(session);
    }

    /** Every contract known now, in order: its id and its document in YAML. */
    public void all(BiConsumer<String, String> each) {
        long known = facts.watermark();
        String last = "";
        for (List<String> ids = facts.contracts(last, known, Dossiers.CHUNK);
                !ids.isEmpty();
                ids = facts.contracts(last, known, Dossiers.CHUNK)) {
            last = ids.get(ids.size() - 1);
            Map<String, List<Document>> made = documents.heads(ids);
            facts.read(ids, known)
                    .forEach(dossier -> each.accept(dossier.contract().id(), yaml(dossier, known, made)));
        }
    }

    /**
     * The document of one contract as known now.
     *
     * @throws Refused when there is no such contract
     */
    public String one(String contract) {
        long known = facts.watermark();
        return yaml(
                facts.read(contract, known).orElseThrow(() -> new Refused("contract.unknown", contract)),
                known,
                documents.heads(List.of(contract)));
    }

    private static String yaml(Dossier dossier, long known, Map<String, List<Document>> all) {
        Map<String, Object> added = new LinkedHashMap<>();
        added.put("known_at", Math.toIntExact(known));
        List<Document> made = all.getOrDefault(dossier.contract().id(), List.of());
        put(
                added,
                "invoices",
                made.stream()
                        .filter(d -> d.kind() != Document.Kind.DEBIT_NOTE)
                        .map(Exporter::invoice)
                        .toList());
        put(
                added,
                "debit_notes",
                made.stream()
                        .filter(d -> d.kind() == Document.Kind.DEBIT_NOTE)
                        .map(Exporter::note)
                        .toList());
        return DossierWriter.yaml(dossier, null, added);
    }

    private static void put(Map<String, Object> fields, String name, List<?> rows) {
        if (!rows.isEmpty()) {
            fields.put(name, rows);
        }
    }

    private static Map<String, Object> invoice(Document d) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", d.name());
        fields.put("kind", d.kind());
        fields.put("state", d.state());
        day(fields, d);
        fields.put("net", d.net());
        fields.put("tax", d.tax());
        fields.put("gross", d.gross());
        if (!d.corrects().isEmpty()) {
            fields.put("corrects", String.join(", ", d.corrects()));
        }
        if (d.cancels() != null) {
            fields.put("cancels", true);
            fields.put("reason", d.cancels().reason());
            fields.put("billed_again", d.cancels().rebilledBy() != null);
        }
        if (d.credited() != null) {
            fields.put("credited_by", d.credited());
        }
        return fields;
    }

    /** The day of the number, as a payer reads it, beside the one on which it fell due to be invoiced; a draft has only that one. */
    private static void day(Map<String, Object> fields, Document d) {
        fields.put("on", d.day());
        if (d.issuedOn() != null) {
            fields.put("invoicing_day", d.on());
        }
    }

    private static Map<String, Object> note(Document d) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", d.name());
        fields.put("state", d.state());
        day(fields, d);
        fields.put("amount", d.net());
        return fields;
    }
}
