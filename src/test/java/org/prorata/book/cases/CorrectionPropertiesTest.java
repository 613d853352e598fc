package org.prorata.book.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoiced;
import org.prorata.contract.Item;
import org.prorata.decision.Decision;

/** Contracts billed month by month while facts come late, quantities are corrected and the client moves. */
class CorrectionPropertiesTest {

    private static final String SEED = "20261130";

    private static final Evaluator EVALUATOR = RuleBook.shipped().evaluator();

    private static final Customer ABROAD = new Customer("C", "ES", true, "ESB12345678", false, null);

    @Provide
    Arbitrary<Dossier> contracts() {
        return RandomContracts.contracts().filter(dossier -> dossier.terms().equals("standard"));
    }

    /** A document as it was billed: its lines with the tax of each, and its taxes. */
    private record Document(String name, List<Billed> lines, List<Decision.Tax> taxes, BigDecimal net) {

        BigDecimal charges() {
            return lines.stream()
                    .filter(line -> !line.reason().credit())
                    .map(Billed::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What it takes off each invoice; what it charges is set off first against what names none, then against the latest. */
        Map<String, BigDecimal> lowers(List<String> order) {
            Map<String, BigDecimal> sums = new LinkedHashMap<>();
            lines.stream()
                    .filter(line -> line.reason().credit())
                    .forEach(line ->
                            sums.merge(String.valueOf(line.booking().corrects()), line.amount(), BigDecimal::add));
            BigDecimal left = charges();
            List<String> latestFirst = new ArrayList<>(sums.keySet());
            latestFirst.sort(
                    (a, b) -> a.equals("null") ? -1 : b.equals("null") ? 1 : order.indexOf(b) - order.indexOf(a));
            for (String name : latestFirst) {
                BigDecimal part = left.min(sums.get(name));
                sums.merge(name, part.negate(), BigDecimal::add);
                left = left.subtract(part);
            }
            sums.remove("null");
            return sums;
        }
    }

    @Property(seed = SEED, tries = 300)
    void what_notes_take_off_an_invoice_never_exceeds_it(@ForAll("contracts") Dossier dossier) {
        List<Document> documents = history(dossier);
        List<String> order = documents.stream().map(Document::name).toList();
        Map<String, BigDecimal> lowered = new TreeMap<>();
        documents.stream()
                .filter(one -> one.net().signum() < 0)
                .forEach(note ->
                        note.lowers(order).forEach((name, amount) -> lowered.merge(name, amount, BigDecimal::add)));
        for (Document one : documents) {
            assertThat(lowered.getOrDefault(one.name(), BigDecimal.ZERO))
                    .as(one.name() + " of " + told(documents))
                    .isLessThanOrEqualTo(one.net().max(BigDecimal.ZERO));
        }
        assertThat(order).containsAll(lowered.keySet());
        BigDecimal open = documents.stream().map(Document::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = documents.stream()
                .map(one -> one.net().max(BigDecimal.ZERO).subtract(lowered.getOrDefault(one.name(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(left)
                .as("what is left of all invoices is what all documents come to: " + told(documents))
                .isEqualByComparingTo(open);
    }

    private static String told(List<Document> documents) {
        return documents.stream()
                .map(one -> "\n" + one.name() + " " + one.net() + " "
                        + one.lines().stream()
                                .map(line -> line.item() + " "
                                        + line.reason() + " " + line.from() + " " + line.to() + " " + line.amount()
                                        + " " + line.booking().ratePct() + " "
                                        + line.booking().corrects())
                                .toList())
                .toList()
                .toString();
    }

    @Property(seed = SEED, tries = 300)
    void no_more_is_given_back_at_a_rate_than_was_charged_at_it(@ForAll("contracts") Dossier dossier) {
        Map<String, BigDecimal> nets = new TreeMap<>();
        List<Document> documents = history(dossier);
        for (Document one : documents) {
            one.lines()
                    .forEach(line -> nets.merge(
                            line.item() + " " + line.booking().category() + " "
                                    + line.booking()
                                            .ratePct()
                                            .stripTrailingZeros()
                                            .toPlainString(),
                            line.reason().credit() ? line.amount().negate() : line.amount(),
                            BigDecimal::add));
            for (Decision.Tax tax : one.taxes()) {
                BigDecimal base = one.lines().stream()
                        .filter(line -> line.booking().category().equals(tax.category())
                                && line.booking().ratePct().compareTo(tax.ratePct()) == 0)
                        .map(line -> line.reason().credit() ? line.amount().negate() : line.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(tax.base()).isEqualByComparingTo(base);
                assertThat(tax.amount())
                        .isEqualByComparingTo(
                                base.multiply(tax.ratePct()).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
            }
        }
        nets.forEach((rate, net) ->
                assertThat(net).as(rate + " of " + told(documents)).isNotNegative());
    }

    private static List<Document> history(Dossier dossier) {
        RandomContracts random = new RandomContracts(dossier.toString().hashCode());
        Map<Event, LocalDate> entered = new IdentityHashMap<>();
        dossier.events()
                .forEach(event ->
                        entered.put(event, event.on().plusDays(random.random().nextInt(120))));
        int moves = random.random().nextInt(RandomContracts.MONTHS);
        int corrected = random.random().nextInt(RandomContracts.MONTHS);
        int corrects = random.random().nextInt(3);
        List<Document> documents = new ArrayList<>();
        LocalDate first = dossier.contract().start().withDayOfMonth(1);
        for (int i = 0; i < RandomContracts.MONTHS; i++) {
            Ask.Bill month =
                    new Ask.Bill(first.plusMonths(i), first.plusMonths(i + 1).minusDays(1));
            List<Item> items = i < corrected
                    ? dossier.contract().items()
                    : dossier.contract().items().stream()
                            .map(item -> corrected(item, corrects))
                            .toList();
            List<Event> events = dossier.events().stream()
                    .filter(event -> !entered.get(event).isAfter(month.to()))
                    .toList();
            Dossier known = known(dossier, i < moves ? dossier.customer() : ABROAD, items, events)
                    .withBilled(documents.stream()
                            .flatMap(document -> document.lines().stream())
                            .toList());
            documents.addAll(documents("R" + (100 + i), EVALUATOR.decide(known, month)));
        }
        return documents;
    }

    private static Item corrected(Item item, int how) {
        BigDecimal half = item.price().divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
        return new Item(
                item.id(),
                item.kind(),
                item.quantity(),
                how == 0 ? half : how == 1 ? item.price().add(half) : item.price(),
                item.per(),
                item.from(),
                how == 2 && item.to() == null ? item.from().plusDays(40) : item.to(),
                item.vatPct(),
                item.plan());
    }

    private static List<Document> documents(String run, List<Decision> decisions) {
        List<Document> documents = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.InvoiceTotal total) {
                List<Decision.Tax> taxes = decisions.stream()
                        .filter(Decision.Tax.class::isInstance)
                        .map(Decision.Tax.class::cast)
                        .filter(tax -> tax.on().equals(total.on()))
                        .toList();
                documents.add(new Document(
                        run + "/" + total.on(), lines(run, decisions, total.on(), taxes.get(0)), taxes, total.net()));
            }
        }
        documents.sort(java.util.Comparator.comparing(Document::name));
        return documents;
    }

    private static List<Billed> lines(String run, List<Decision> decisions, LocalDate on, Decision.Tax first) {
        List<Billed> lines = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Charge c && c.on().equals(on)) {
                lines.add(line(
                        run,
                        on,
                        c.item(),
                        c.from(),
                        c.to(),
                        c.amount(),
                        c.reason(),
                        null,
                        c.category() == null ? first.category() : c.category(),
                        c.ratePct() == null ? first.ratePct() : c.ratePct()));
            } else if (decision instanceof Decision.Credit c && c.on().equals(on)) {
                String corrects =
                        c.corrects() == null || c.corrects().startsWith("R") ? c.corrects() : run + "/" + c.corrects();
                lines.add(line(
                        run,
                        on,
                        c.item(),
                        c.from(),
                        c.to(),
                        c.amount(),
                        c.reason(),
                        corrects,
                        c.category() == null ? first.category() : c.category(),
                        c.ratePct() == null ? first.ratePct() : c.ratePct()));
            }
        }
        return lines;
    }

    private static Billed line(
            String run,
            LocalDate on,
            String item,
            LocalDate from,
            LocalDate to,
            BigDecimal amount,
            ChargeReason reason,
            String corrects,
            String category,
            BigDecimal rate) {
        return new Billed(
                item, from, to, amount, reason, on, null, new Invoiced(run + "/" + on, corrects, category, rate));
    }

    private static Dossier known(Dossier dossier, Customer customer, List<Item> items, List<Event> events) {
        Contract c = dossier.contract();
        Contract contract = new Contract(
                c.id(),
                c.start(),
                c.term(),
                c.paymentDays(),
                c.paymentRule(),
                c.plan(),
                c.billing(),
                c.proration(),
                c.revision(),
                c.exportModules(),
                items);
        return new Dossier(
                dossier.terms(),
                dossier.language(),
                dossier.currency(),
                dossier.statutes(),
                customer,
                contract,
                dossier.otherContracts(),
                Optional.empty(),
                dossier.invoices(),
                events);
    }
}
