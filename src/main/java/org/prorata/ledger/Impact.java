package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What another rule book would change in a period: amounts owed to the provider under the book that decides now and under the
 * other one, tax included; credits are below zero. Whatever has an amount is told the largest difference first.
 */
public interface Impact {

    /** What amounts are about. */
    enum Subject {
        BILL,
        TAX,
        LATE,
        SERVICE_LEVEL;

        /** As it is stored and written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which of the books cannot answer. */
    enum Side {
        OLD,
        NEW,
        BOTH;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line that differs.
     *
     * @param what    the reason of a charge, {@code interest}, {@code fee}, the status of a service credit …
     * @param before  under the book that decides now; null where only the other one has the line
     * @param after   under the other book; null where it does not have the line
     * @param clauses to which the difference is put down, with commas
     * @param rows    the rows that one book only has and that took part, with commas; empty when none is cited
     */
    record Line(
            String contract,
            String currency,
            Subject subject,
            String item,
            String what,
            LocalDate from,
            LocalDate to,
            LocalDate on,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            String clauses,
            String rows) {

        public BigDecimal difference() {
            return amount(after).subtract(amount(before));
        }
    }

    /** A question about a period that one book or both cannot answer. */
    record Failure(
            String contract, Subject subject, LocalDate from, LocalDate to, Side side, String code, String message) {}

    /** All amounts of a subject, changed or not; those of all subjects where it is null. */
    record Sum(String currency, @Nullable Subject subject, BigDecimal before, BigDecimal after) {

        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /** The lines of a contract that differ. */
    record OfContract(String contract, String currency, long lines, BigDecimal before, BigDecimal after) {

        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /** The lines that differ for the same reasons; {@code rows} is null where only clauses are told apart. */
    record Group(
            String clauses,
            @Nullable String rows,
            String currency,
            long contracts,
            long lines,
            BigDecimal before,
            BigDecimal after) {

        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /** What contracts that were looked at together come to. */
    record Chunk(String upTo, List<Sum> sums, List<Line> lines, List<Failure> failures) {

        /** How many contracts have a line that differs. */
        public long touched() {
            return lines.stream().map(Line::contract).distinct().count();
        }

        /** A contract that fails is parked, by what only one book cannot answer if there is such a thing. */
        public List<Parked> parked() {
            Map<String, Failure> worst = new LinkedHashMap<>();
            failures.forEach(
                    failure -> worst.merge(failure.contract(), failure, (a, b) -> a.side() == Side.BOTH ? b : a));
            List<Parked> parked = new ArrayList<>();
            worst.values()
                    .forEach(one -> parked.add(new Parked(
                            one.contract(),
                            one.code(),
                            (one.side() == Side.BOTH
                                            ? ""
                                            : "under the " + one.side().word() + " rule book only: ")
                                    + one.message())));
            return parked;
        }
    }

    /**
     * The figures, small enough to be kept with a proposal.
     *
     * @param looked    contracts
     * @param touched   of them those with a line that differs
     * @param onlyOne   of them those with a question that only one book answers
     * @param undecided of them those with a question that neither book answers
     * @param sums      by currency and subject
     * @param moved     by currency the differences of all contracts, each without its sign
     */
    record Summary(
            String oldBook,
            String newBook,
            LocalDate from,
            LocalDate to,
            long looked,
            long touched,
            long onlyOne,
            long undecided,
            List<Sum> sums,
            Map<String, BigDecimal> moved) {

        /** By currency all subjects together. */
        public List<Sum> totals() {
            Map<String, Sum> totals = new TreeMap<>();
            sums.forEach(sum -> totals.merge(
                    sum.currency(),
                    new Sum(sum.currency(), null, sum.before(), sum.after()),
                    (a, b) -> new Sum(
                            a.currency(),
                            null,
                            a.before().add(b.before()),
                            a.after().add(b.after()))));
            return List.copyOf(totals.values());
        }

        /** Whether more than so much is moved in some currency. */
        public boolean passes(BigDecimal threshold) {
            return moved.values().stream().anyMatch(amount -> amount.compareTo(threshold) > 0);
        }

        /** As JSON has it. */
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("old_book", oldBook);
            fields.put("new_book", newBook);
            fields.put("from", from.toString());
            fields.put("to", to.toString());
            fields.put("contracts", looked);
            fields.put("touched", touched);
            fields.put("fail_under_one_book", onlyOne);
            fields.put("fail_under_both", undecided);
            List<Object> all = new ArrayList<>();
            totals().forEach(total -> {
                Map<String, Object> one = amounts(total);
                one.put("moved", moved.getOrDefault(total.currency(), BigDecimal.ZERO));
                one.put(
                        "subjects",
                        sums.stream()
                                .filter(sum -> sum.currency().equals(total.currency()))
                                .map(Summary::amounts)
                                .toList());
                all.add(one);
            });
            fields.put("totals", all);
            return fields;
        }

        private static Map<String, Object> amounts(Sum sum) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(
                    sum.subject() == null ? "currency" : "subject",
                    sum.subject() == null ? sum.currency() : sum.subject().word());
            fields.put("before", sum.before());
            fields.put("after", sum.after());
            fields.put("difference", sum.difference());
            return fields;
        }
    }

    private static BigDecimal amount(@Nullable BigDecimal orNull) {
        return orNull == null ? BigDecimal.ZERO : orNull;
    }

    Summary summary();

    /** What only one book answers first. */
    void failures(Consumer<Failure> each);

    void contracts(Consumer<OfContract> each);

    /** Differences by clauses. */
    void clauses(Consumer<Group> each);

    /** Differences by clauses and rows. */
    void rows(Consumer<Group> each);

    void lines(Consumer<Line> each);
}
