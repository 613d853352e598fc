package org.prorata.subject.late;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.Workbooks;
import org.prorata.contract.Ask;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Term;
import org.prorata.decision.Decision;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;

/**
 * Dossiers of late payers, made in Java, and the shipped rule book with a few profiles beside those of the shipped tables:
 * the rows that the shipped contracts leave unused.
 */
final class LateFixture {

    static final RuleBook BOOK = RuleBook.compile(new BookSource(rules(), tables(), 1));

    private String terms = "teachup-2022-05";
    private boolean statutes = true;
    private Customer customer = Customer.UNNAMED;
    private Integer paymentDays;
    private PaymentRule paymentRule = PaymentRule.NET;
    private String currency = "EUR";
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    static LateFixture under(String terms) {
        LateFixture fixture = new LateFixture();
        fixture.terms = terms;
        return fixture;
    }

    LateFixture contractAlone() {
        statutes = false;
        return this;
    }

    LateFixture client(boolean professional, boolean publicBuyer, LocalDate insolventFrom) {
        customer = new Customer("C-1", null, professional, null, publicBuyer, insolventFrom);
        return this;
    }

    LateFixture payIn(int days, PaymentRule rule) {
        paymentDays = days;
        paymentRule = rule;
        return this;
    }

    LateFixture currency(String code) {
        currency = code;
        return this;
    }

    LateFixture with(InvoiceText... all) {
        Arrays.stream(all).map(InvoiceText::build).forEach(invoices::add);
        return this;
    }

    LateFixture notice(String on, String presented, Event.Channel channel) {
        events.add(new Event.FormalNotice(
                day(on), presented == null ? null : day(presented), channel, Event.Matter.PAYMENT));
        return this;
    }

    LateFixture event(Event event) {
        events.add(event);
        return this;
    }

    Dossier dossier() {
        Contract contract = new Contract(
                "K-1",
                day("2012-01-01"),
                Term.months(12),
                paymentDays,
                paymentRule,
                null,
                null,
                null,
                null,
                null,
                List.of());
        return new Dossier(
                terms,
                "en",
                Currency.getInstance(currency),
                statutes,
                customer,
                contract,
                List.of(),
                Optional.empty(),
                invoices,
                events);
    }

    List<Decision> on(String day) {
        return on(day(day));
    }

    List<Decision> on(LocalDate day) {
        return BOOK.evaluator().decide(dossier(), new Ask.Late(day));
    }

    static InvoiceText invoice(String id, String issued, String amount) {
        return new InvoiceText(id, issued, amount);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** An invoice as a test writes it. */
    static final class InvoiceText {

        private final String id;
        private final LocalDate issued;
        private final BigDecimal amount;
        private LocalDate due;
        private Invoice.Dispute dispute;
        private final List<Invoice.Payment> payments = new ArrayList<>();
        private final List<Invoice.Claimed> claimed = new ArrayList<>();

        private InvoiceText(String id, String issued, String amount) {
            this.id = id;
            this.issued = day(issued);
            this.amount = new BigDecimal(amount);
        }

        InvoiceText due(String text) {
            due = day(text);
            return this;
        }

        InvoiceText disputed(String from, String to) {
            dispute = new Invoice.Dispute(day(from), to == null ? null : day(to));
            return this;
        }

        InvoiceText paid(String on, String sum) {
            payments.add(new Invoice.Payment(day(on), new BigDecimal(sum)));
            return this;
        }

        InvoiceText claimed(Invoice.Claimed.Kind kind, String on, String sum) {
            claimed.add(new Invoice.Claimed(kind, new BigDecimal(sum), day(on)));
            return this;
        }

        Invoice build() {
            return new Invoice(id, issued, due, amount, dispute, payments, claimed);
        }
    }

    static <D extends Decision> List<D> all(List<Decision> decisions, Class<D> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static <D extends Decision> D one(List<Decision> decisions, Class<D> kind) {
        List<D> found = all(decisions, kind);
        if (found.size() != 1) {
            throw new AssertionError("one " + kind.getSimpleName() + " expected in " + decisions);
        }
        return found.get(0);
    }

    private static Map<String, String> rules() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(Path.of("rules"))) {
            for (Path file : found.filter(f -> f.toString().endsWith(".drl")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Profiles that differ from Teach Up's in the row that says the rate. */
    private static Tables tables() {
        Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
        profiles.put("x-actual", change("day_base", "actual"));
        profiles.put("x-interest-first", change("allocation", "interest_first"));
        profiles.put(
                "x-fixed",
                change(
                        "basis",
                        "fixed",
                        "series",
                        null,
                        "multiple",
                        null,
                        "points",
                        new BigDecimal("5"),
                        "fixed_at_start",
                        null));
        profiles.put("x-resumes", change("dispute", "resumes"));
        profiles.put("x-held", change("fixed_at_start", true));
        profiles.put("x-no-points", change("basis", "fixed"));
        profiles.put("x-published-held", change("basis", "published", "series", "es-late", "fixed_at_start", true));
        profiles.put("x-termination-only", Map.of());
        profiles.put("x-grants-nothing", Map.of());
        Tables shipped;
        try {
            shipped = Workbooks.read(Path.of("spreadsheets"), Shipped.sheets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tables(
                shipped.all().stream().map(table -> extended(table, profiles)).toList());
    }

    private static Table extended(Table table, Map<String, Map<String, Object>> profiles) {
        List<Row> rows = new ArrayList<>(table.rows());
        int number = 1000;
        for (Map.Entry<String, Map<String, Object>> profile : profiles.entrySet()) {
            for (Row row : table.rows()) {
                if (!table.sheet().series()
                        && "teachup-2022-05".equals(row.values().get("terms"))) {
                    Map<String, Object> values = new LinkedHashMap<>(row.values());
                    values.put("terms", profile.getKey());
                    if (table.sheet().id().equals("late-payment!interest")
                            && "contract".equals(values.get("reading"))) {
                        values.putAll(profile.getValue());
                    }
                    if (table.sheet().id().equals("late-payment!formal-notice")) {
                        values.put(
                                "suspension",
                                !List.of("x-termination-only", "x-grants-nothing")
                                        .contains(profile.getKey()));
                        values.put("termination", !profile.getKey().equals("x-grants-nothing"));
                    }
                    TableRow ref = row.ref();
                    rows.add(new Row(
                            new TableRow(
                                    ref.workbook(), ref.sheet(), number++, ref.clauses(), ref.reading(), ref.status()),
                            values));
                }
            }
        }
        return new Table(table.sheet(), rows);
    }

    private static Map<String, Object> change(Object... pairs) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            changes.put((String) pairs[i], pairs[i + 1]);
        }
        return changes;
    }
}
