package org.prorata.book.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Random;
import org.prorata.contract.Event;
import org.prorata.contract.Party;

/** Events of which no bill depends, but service levels, rights and reminders. */
final class RandomEvents {

    private final RandomContracts contracts;
    private final Random random;
    private final LocalDate start;

    RandomEvents(RandomContracts contracts, LocalDate start) {
        this.contracts = contracts;
        this.random = contracts.random();
        this.start = start;
    }

    Event next() {
        LocalDate on = contracts.day(start);
        LocalDateTime at = on.atTime(random.nextInt(24), random.nextInt(60));
        LocalDateTime until = at.plusMinutes(1 + random.nextInt(6_000));
        return switch (random.nextInt(17)) {
            case 0, 1 ->
                new Event.FormalNotice(
                        on,
                        random.nextBoolean() ? null : on.plusDays(random.nextInt(9)),
                        one(Event.Channel.values()),
                        one(Event.Matter.values()));
            case 2, 3 ->
                new Event.Outage(
                        at,
                        until,
                        one(Event.OutageKind.values()),
                        one(Event.OutageCause.values()),
                        random.nextBoolean() ? null : at.minusHours(random.nextInt(400)));
            case 4 ->
                new Event.Anomaly(
                        at,
                        until,
                        one(Event.Severity.values()),
                        one(Event.Scope.values()),
                        one(Event.OutageCause.values()));
            case 5 ->
                new Event.Claim(
                        on, null, one(Event.Channel.values()), "service_level", YearMonth.from(contracts.day(start)));
            case 6 -> new Event.Trial(on);
            case 7 -> new Event.Users(on, random.nextInt(100));
            case 8 -> new Event.UpdateLink(on);
            case 9 ->
                new Event.Hire(on, one(Party.CLIENT, Party.PROVIDER), BigDecimal.valueOf(random.nextInt(9_000_000), 2));
            case 10 -> new Event.Incident(at);
            case 11 -> new Event.SubProcessor(on);
            case 12 ->
                new Event.Beneficiary(
                        on, on.minusDays(5_000 + random.nextInt(3_000)), random.nextBoolean(), random.nextInt(2));
            case 13 -> new Event.Cancellation(at, until, one(Party.BENEFICIARY));
            case 14 -> new Event.AccountClosed(on);
            case 15 ->
                new Event.Breach(
                        on, one(Party.CLIENT, Party.PROVIDER), one(Event.BreachKind.values()), random.nextBoolean());
            default -> new Event.StorageExcess(on, null, null, on.minusDays(random.nextInt(20)));
        };
    }

    @SafeVarargs
    private <E> E one(E... values) {
        return contracts.pick(Arrays.asList(values));
    }
}
