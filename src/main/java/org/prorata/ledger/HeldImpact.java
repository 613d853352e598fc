package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The impact on contracts that stand in no database: what differs is held in memory. */
public final class HeldImpact implements Impact {

    private static final Comparator<Group> BY_REASONS = Comparator.comparing(Group::clauses)
            .thenComparing(group -> group.rows() == null ? "" : group.rows())
            .thenComparing(Group::currency);

    private final String oldBook;
    private final String newBook;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, Map<Subject, Sum>> sums = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private long looked;

    /** What lines of one group have in common. */
    private record Reasons(String clauses, @Nullable String rows, String currency) {}

    public HeldImpact(String oldBook, String newBook, LocalDate from, LocalDate to) {
        this.oldBook = oldBook;
        this.newBook = newBook;
        this.from = from;
        this.to = to;
    }

    /** @param contracts how many they are */
    public void add(Chunk chunk, int contracts) {
        looked += contracts;
        lines.addAll(chunk.lines());
        failures.addAll(chunk.failures());
        chunk.sums()
                .forEach(sum -> sums.computeIfAbsent(sum.currency(), currency -> new TreeMap<>())
                        .merge(
                                sum.subject(),
                                sum,
                                (a, b) -> new Sum(
                                        a.currency(),
                                        a.subject(),
                                        a.before().add(b.before()),
                                        a.after().add(b.after()))));
    }

    @Override
    public Summary summary() {
        Map<String, BigDecimal> moved = new TreeMap<>();
        contracts(one -> moved.merge(one.currency(), one.difference().abs(), BigDecimal::add));
        Set<String> onlyOne = failing(false);
        return new Summary(
                oldBook,
                newBook,
                from,
                to,
                looked,
                lines.stream().map(Line::contract).distinct().count(),
                onlyOne.size(),
                failing(true).size(),
                sums.values().stream().flatMap(of -> of.values().stream()).toList(),
                moved);
    }

    private Set<String> failing(boolean both) {
        return failures.stream()
                .filter(failure -> failure.side() == Side.BOTH == both)
                .map(Failure::contract)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void failures(Consumer<Failure> each) {
        failures.stream()
                .sorted(Comparator.comparing((Failure failure) -> failure.side() == Side.BOTH)
                        .thenComparing(Failure::contract)
                        .thenComparing(failure -> failure.subject().word())
                        .thenComparing(Failure::from))
                .forEach(each);
    }

    @Override
    public void contracts(Consumer<OfContract> each) {
        Map<String, OfContract> contracts = new HashMap<>();
        lines.forEach(line -> contracts.merge(
                line.contract(),
                new OfContract(line.contract(), line.currency(), 1, zero(line.before()), zero(line.after())),
                (a, b) -> new OfContract(
                        a.contract(),
                        a.currency(),
                        a.lines() + 1,
                        a.before().add(b.before()),
                        a.after().add(b.after()))));
        contracts.values().stream()
                .sorted(largest(OfContract::difference).thenComparing(OfContract::contract))
                .forEach(each);
    }

    @Override
    public void clauses(Consumer<Group> each) {
        groups(line -> new Reasons(line.clauses(), null, line.currency()), each);
    }

    @Override
    public void rows(Consumer<Group> each) {
        groups(line -> new Reasons(line.clauses(), line.rows(), line.currency()), each);
    }

    private void groups(Function<Line, Reasons> key, Consumer<Group> each) {
        Map<Reasons, List<Line>> groups = lines.stream().collect(Collectors.groupingBy(key));
        groups.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().clauses(),
                        entry.getKey().rows(),
                        entry.getKey().currency(),
                        entry.getValue().stream().map(Line::contract).distinct().count(),
                        entry.getValue().size(),
                        sum(entry.getValue(), Line::before),
                        sum(entry.getValue(), Line::after)))
                .sorted(largest(Group::difference).thenComparing(BY_REASONS))
                .forEach(each);
    }

    @Override
    public void lines(Consumer<Line> each) {
        // those of one contract stay in their order
        lines.stream()
                .sorted(largest(Line::difference).thenComparing(Line::contract))
                .forEach(each);
    }

    private static <T> Comparator<T> largest(Function<T, BigDecimal> difference) {
        return Comparator.comparing((T one) -> difference.apply(one).abs()).reversed();
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, @Nullable BigDecimal> amount) {
        return lines.stream().map(line -> zero(amount.apply(line))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal zero(@Nullable BigDecimal orNull) {
        return orNull == null ? BigDecimal.ZERO : orNull;
    }
}
