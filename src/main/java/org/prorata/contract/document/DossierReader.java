package org.prorata.contract.document;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.OtherContract;
import org.prorata.contract.PublicBuyer;

/**
 * Reads dossier and case documents. A name that ends in {@code .json} is read as JSON, any other as YAML. Safe to share
 * between threads. All methods throw {@link DossierErrors} with every error of the document.
 */
public final class DossierReader {

    private static final String[] OF_CASES = {"case", "clauses", "expect", "expect_none", "expect_count", "expect_error"
    };

    /** Top-level field with which an export marks its own version. */
    static final String MARK = "prorata";

    private final KnownTerms terms;

    public DossierReader(KnownTerms terms) {
        this.terms = terms;
    }

    /**
     * A day as dossiers write it, for whoever takes one from elsewhere.
     *
     * @throws IllegalArgumentException saying what is wrong and what is allowed
     */
    public static LocalDate day(String text) {
        try {
            return DayTypes.DATE.read().apply(new Node.Scalar(text, false, 0));
        } catch (ValueRefused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A dossier whose question may be left out; what only cases have is ignored. */
    public DossierFile read(Path path) {
        return read(SourceText.read(path), false);
    }

    /** The same from bytes; {@code name} stands for the file in error messages. */
    public DossierFile read(String name, byte[] bytes) {
        return read(SourceText.of(name, bytes), false);
    }

    /** A dossier that must put a question. */
    public DossierFile readWithAsk(Path path) {
        return read(SourceText.read(path), true);
    }

    /** The same from bytes. */
    public DossierFile readWithAsk(String name, byte[] bytes) {
        return read(SourceText.of(name, bytes), true);
    }

    /** A case; {@code decisions} are the names that decisions have, each with its fields. */
    public CaseFile readCase(Path path, Map<String, Set<String>> decisions) {
        SourceText source = SourceText.read(path);
        Problems problems = new Problems(source.file());
        Fields f = root(source, problems);
        // a case may show that contradicting facts are not decided: then they are left to the rules
        Dossier dossier = dossier(f, problems, f.take("expect_error") != null);
        Ask ask = ask(f, true);
        CaseFile read = new CaseReader(decisions).read(source.file(), f, dossier, ask);
        f.ignore(MARK);
        f.done();
        problems.throwIfAny();
        return read;
    }

    private DossierFile read(SourceText source, boolean needsAsk) {
        Problems problems = new Problems(source.file());
        Fields f = root(source, problems);
        Dossier dossier = dossier(f, problems, false);
        Ask ask = ask(f, needsAsk);
        f.ignore(OF_CASES);
        f.ignore(MARK);
        f.done();
        problems.throwIfAny();
        return new DossierFile(dossier, Optional.ofNullable(ask));
    }

    private static Fields root(SourceText source, Problems problems) {
        Node root = source.parse();
        if (root == null) {
            throw source.fatal(
                    1, "empty-document", "the document is empty; a dossier with terms and contract is wanted");
        }
        Fields fields = Fields.of(root, "", problems);
        if (fields == null) {
            problems.throwIfAny();
        }
        return fields;
    }

    private static Ask ask(Fields f, boolean needed) {
        Fields ask = needed
                ? f.needChild("ask", "a question such as {question: bill, from: 2025-03-01, to: 2026-02-28}")
                : f.child("ask");
        return ask == null ? null : AskReader.read(ask);
    }

    private Dossier dossier(Fields f, Problems problems, boolean contradicting) {
        int before = problems.count();
        String id = f.need("terms", Types.oneOf(terms.ids(), "unknown-terms"));
        String language = f.or("language", Types.oneOf(List.of("fr", "en"), "not-allowed"), "en");
        Currency stated = f.maybe("currency", Types.CURRENCY);
        MoneyTypes money =
                new MoneyTypes(stated == null && f.take("currency") == null ? Currency.getInstance("EUR") : stated);
        boolean statutes = f.or("statutes", Types.FLAG, true);
        Customer customer = customer(f.child("customer"));
        ContractReader reader = new ContractReader(money, id, terms);
        Fields c = f.needChild("contract", "a contract with id, start and items");
        Contract contract = c == null ? null : reader.read(c);
        InvoiceReader invoices = new InvoiceReader(money);
        List<OtherContract> others = f.list("other_contracts", invoices::other);
        boolean saysBilled = f.take("billed") != null;
        List<Billed> billed = f.list("billed", invoices::billed);
        List<Invoice> issued = f.list("invoices", invoices::invoice);
        EventReader eventReader = new EventReader(money, reader.items(), reader::per);
        List<Event> events = f.list("events", contradicting ? eventReader::read : eventReader::readConsistent);
        return problems.count() > before
                ? null
                : new Dossier(
                        id,
                        language,
                        money.currency(),
                        statutes,
                        customer,
                        contract,
                        others,
                        saysBilled ? Optional.of(billed) : Optional.empty(),
                        issued,
                        events);
    }

    private static Customer customer(Fields f) {
        if (f == null) {
            return Customer.UNNAMED;
        }
        String id = f.maybe("id", Types.TEXT);
        String country = f.maybe("country", Types.COUNTRY);
        boolean professional = f.or("professional", Types.FLAG, true);
        String vatId = f.maybe("vat_id", Types.TEXT);
        PublicBuyer buyer = f.or("public", Types.PUBLIC_BUYER, PublicBuyer.NONE);
        LocalDate insolvent = f.maybe("insolvent_from", DayTypes.DATE);
        BigDecimal subsidiary = f.maybe("subsidiary_pct", Types.between("0", "100", 4));
        f.done();
        return new Customer(id, country, professional, vatId, buyer, insolvent, subsidiary);
    }
}
