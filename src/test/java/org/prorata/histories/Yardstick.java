package org.prorata.histories;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.Commands;
import org.prorata.decision.explain.Json;

/** What one bill over all windows makes due of the facts as they are in the end: the yardstick of many bills. */
final class Yardstick {

    /** Before all contracts; a window of evaluate may be longer than one of bill. */
    private static final LocalDate ALL = LocalDate.of(2020, 1, 1);

    private final World world;

    Yardstick(World world) {
        this.world = world;
    }

    /** By contract and item what is due up to a day; contracts that cannot be decided are left out. */
    Map<String, Map<String, BigDecimal>> due(Collection<Order> orders, LocalDate to) {
        Map<String, Map<String, BigDecimal>> due = new LinkedHashMap<>();
        List<Map.Entry<LocalDate, RuleBook>> inForce = new ArrayList<>(world.books.entrySet());
        for (int i = 0; i < inForce.size(); i++) {
            LocalDate from = inForce.get(i).getKey();
            LocalDate until = i + 1 < inForce.size() ? inForce.get(i + 1).getKey() : LocalDate.MAX;
            answers(inForce.get(i).getValue(), orders, to).forEach((contract, decisions) -> {
                Map<String, BigDecimal> sums = due.computeIfAbsent(contract, key -> new TreeMap<>());
                for (Map<String, Object> decision : decisions) {
                    boolean charge = decision.get("decision").equals("charge");
                    if (!charge && !decision.get("decision").equals("credit")) {
                        continue;
                    }
                    LocalDate on = LocalDate.parse(decision.get("on").toString());
                    if (!on.isBefore(from) && on.isBefore(until)) {
                        BigDecimal amount =
                                new BigDecimal(decision.get("amount").toString());
                        sums.merge(decision.get("item").toString(), charge ? amount : amount.negate(), BigDecimal::add);
                    }
                }
            });
        }
        due.values().forEach(sums -> sums.values().removeIf(amount -> amount.signum() == 0));
        return due;
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<Map<String, Object>>> answers(RuleBook book, Collection<Order> orders, LocalDate to) {
        Map<String, Order> byFile = new LinkedHashMap<>();
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--json"));
        for (Order order : orders) {
            Path file = world.folder.resolve("yardstick-" + order.id + ".yaml");
            World.write(file, order.question(ALL, to));
            byFile.put(file.toString(), order);
            arguments.add(file.toString());
        }
        Map<String, List<Map<String, Object>>> answers = new LinkedHashMap<>();
        if (orders.isEmpty()) {
            return answers;
        }
        for (String line :
                Commands.run(null, RuleBooks.of(book), arguments).out().lines().toList()) {
            Map<String, Object> answer = (Map<String, Object>) Json.read(line);
            if (answer.containsKey("decisions")) {
                answers.put(byFile.get(answer.get("file").toString()).id, (List<Map<String, Object>>)
                        answer.get("decisions"));
            }
        }
        return answers;
    }
}
