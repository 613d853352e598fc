package org.prorata.app.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.contract.Invoice;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.RowReader;
import org.prorata.contract.document.RowText;
import org.prorata.store.base.Session;
import org.prorata.store.facts.IncomingPayments;
import org.prorata.store.facts.IncomingPayments.PaidInvoice;
import org.prorata.store.facts.IncomingPayments.Payable;
import org.prorata.store.facts.IncomingPayments.ToldPayment;
import org.prorata.store.facts.Intake;

/**
 * Payments of invoices. One pays an invoice, in its currency, at most what is open of it; up to a year before its day, as
 * some pay an order at once.
 */
final class PaymentReceiver implements Receiver<List<RowText>> {

    private static final Set<String> OTHERS = Set.of("id", "contract", "invoice", "currency");

    private final Intake intake;
    private final Horizon horizon;
    private final IncomingPayments payments;

    PaymentReceiver(Session session, Intake intake, Horizon horizon) {
        this.intake = intake;
        this.horizon = horizon;
        this.payments = new IncomingPayments(session);
    }

    /** All depends on what is open at the turn. */
    @Override
    public List<RowText> prepare(List<RowText> rows) {
        return rows;
    }

    @Override
    public List<RowAnswer> take(List<RowText> rows, String source) {
        Chunk chunk = new Chunk(rows);
        List<RowAnswer> answers = rows.stream().map(chunk::answer).toList();
        if (!chunk.fresh.isEmpty()) {
            payments.add(chunk.fresh, intake.recording(source));
        }
        return answers;
    }

    /** The rows of a chunk against the invoices that they pay. */
    private final class Chunk {

        private final Map<String, Payable> ours;
        private final Map<String, Map<String, Payable>> elsewhere;
        private final RowIdentity<ToldPayment> identity = new RowIdentity<>(PaymentReceiver::content);
        private final Map<PaidInvoice, BigDecimal> paid = new HashMap<>();
        private final Map<Currency, RowReader> readers = new HashMap<>();
        private final List<ToldPayment> fresh = new ArrayList<>();

        Chunk(List<RowText> rows) {
            this.ours = payments.ours(EventReceiver.cells(rows, "invoice"));
            this.elsewhere = payments.fromElsewhere(EventReceiver.cells(rows, "contract"));
            payments.stored(EventReceiver.cells(rows, "id")).forEach(identity::stored);
        }

        RowAnswer answer(RowText row) {
            try {
                String id = RowReader.text(row, "id");
                Payable payable = payable(row);
                Invoice.Payment payment = readers.computeIfAbsent(
                                payable.currency(), currency -> new RowReader(currency, List.of()))
                        .payment(row, OTHERS);
                ToldPayment told = new ToldPayment(id, payable.target(), payment);
                RowAnswer known = identity.of(id, row, told);
                if (known != null) {
                    return known;
                }
                check(row, payable, payment);
                identity.first(id, row, told);
                paid.merge(payable.target(), payment.amount(), BigDecimal::add);
                fresh.add(told);
                return RowAnswer.STORED;
            } catch (DossierErrors e) {
                return RowAnswer.rejected(e.problems());
            }
        }

        private Payable payable(RowText row) {
            String name = RowReader.text(row, "invoice");
            Payable own = ours.get(name);
            Payable payable = own;
            if (row.cells().containsKey("contract")) {
                String contract = RowReader.text(row, "contract");
                if (!elsewhere.containsKey(contract)) {
                    throw refused(
                            row,
                            "contract",
                            "unknown-contract",
                            FileHeader.quote(contract)
                                    + " is not a known contract; prorata import makes contracts known");
                }
                payable = elsewhere.get(contract).get(name);
                if (payable == null && own != null && own.target().contract().equals(contract)) {
                    payable = own;
                } else if (payable == null) {
                    throw refused(
                            row,
                            "invoice",
                            "unknown-invoice",
                            FileHeader.quote(name) + " is not an invoice of the contract " + FileHeader.quote(contract)
                                    + "; allowed: those of its dossier, and ours to it");
                }
            } else if (own == null) {
                throw refused(
                        row,
                        "invoice",
                        "unknown-invoice",
                        FileHeader.quote(name) + " is neither number nor name of an invoice of"
                                + " ours; an invoice from elsewhere also needs its contract in the column contract");
            }
            return inItsCurrency(row, payable);
        }

        private Payable inItsCurrency(RowText row, Payable payable) {
            if (!payable.kind().equals("invoice")) {
                throw refused(
                        row,
                        "invoice",
                        "not-payable",
                        FileHeader.quote(payable.target().name()) + " is a "
                                + payable.kind().replace('_', ' ') + "; payments of invoices are recorded");
            }
            if (row.cells().containsKey("currency")
                    && !RowReader.currency(row, "currency").equals(payable.currency())) {
                throw refused(
                        row,
                        "currency",
                        "other-currency",
                        row.cells().get("currency") + " is not the currency of "
                                + payable.target().name() + "; " + payable.currency() + " is allowed");
            }
            return payable;
        }

        private void check(RowText row, Payable payable, Invoice.Payment payment) {
            horizon.check(row, payment.on());
            LocalDate first = payable.day().minusYears(1);
            if (payment.on().isBefore(first)) {
                throw refused(
                        row,
                        "on",
                        "out-of-range",
                        payment.on() + " lies more than a year before the invoice, " + payable.day() + "; " + first
                                + " or later is allowed");
            }
            if (payment.amount().signum() == 0) {
                throw refused(row, "amount", "out-of-range", "is zero; more than zero is allowed");
            }
            BigDecimal before = payable.paid().add(paid.getOrDefault(payable.target(), BigDecimal.ZERO));
            // a note that came after the payment does not make it one too much
            BigDecimal credited = payable.credited(payment.on());
            BigDecimal open =
                    payable.amount().subtract(credited).subtract(before).max(BigDecimal.ZERO);
            if (payment.amount().compareTo(open) > 0) {
                throw refused(
                        row,
                        "amount",
                        "overpaid",
                        payment.amount().toPlainString() + " is more than is open of "
                                + payable.target().name() + ": "
                                + payable.amount().toPlainString() + " invoiced, "
                                + (credited.signum() == 0
                                        ? ""
                                        : credited.toPlainString() + " credited by " + payment.on() + ", ")
                                + before.toPlainString() + " paid; at most " + open.toPlainString() + " is allowed");
            }
        }
    }

    private static Map<String, Object> content(ToldPayment told) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("invoice", told.target().name());
        content.put("contract", told.target().contract());
        content.put("on", told.payment().on());
        content.put("amount", told.payment().amount());
        return content;
    }

    private static DossierErrors refused(RowText row, String column, String code, String message) {
        return new DossierErrors(List.of(row.problem(column, code, message)));
    }
}
