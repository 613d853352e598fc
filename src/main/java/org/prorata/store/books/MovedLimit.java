package org.prorata.store.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prorata.access.Role;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.BookProposal;
import org.prorata.ledger.TablesRefused;
import org.prorata.store.base.Session;

/** How much a proposal may move in one currency before another approver than its author has to accept it. */
public final class MovedLimit {

    private static final int MOST_DIGITS = 15;

    private final Session session;
    private final Steps steps;

    public MovedLimit(Session session) {
        this.session = session;
        this.steps = new Steps(session);
    }

    /** A look at the portfolio under a proposal; failing: contracts that only one of the books can decide. */
    private record Look(LocalDate from, LocalDate to, BigDecimal moved, BigDecimal failing) {}

    /** The limit, if there is one. */
    public Optional<BigDecimal> limit() {
        return session
                .client()
                .sql("select amount from portfolio_limit order by id desc limit 1")
                .query(BigDecimal.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Sets it from now on.
     *
     * @param amount null: no limit
     * @throws TablesRefused when it is below zero, or written with an exponent could fill the audit log
     */
    public void set(BigDecimal amount) {
        if (amount != null
                && (amount.signum() < 0
                        || amount.precision() - amount.scale() > MOST_DIGITS
                        || amount.scale() > MOST_DIGITS)) {
            throw new TablesRefused("a limit from 0 to 10^" + MOST_DIGITS + " is allowed");
        }
        session.tx().executeWithoutResult(status -> {
            session.client()
                    .sql("insert into portfolio_limit (amount, by_whom) values (?, ?)")
                    .param(amount)
                    .param(steps.actor())
                    .update();
            session.audit()
                    .append("tables.limit", "impact", amount == null ? Map.of("none", true) : Map.of("amount", amount));
        });
    }

    /**
     * Refuses what moves more than the limit, or was not looked at over a month that is still to be billed: who looks chooses the
     * days, and over days with nothing to bill nothing moves. Of several looks the one that moves most counts.
     *
     * @param since  the first day of the book on which it was made, or null
     * @param billed the last day that is billed, or null
     * @return what who acts accepts, null when there is nothing to accept
     */
    @Nullable
    String refuse(
            BookProposal proposal,
            LocalDate from,
            @Nullable LocalDate since,
            @Nullable LocalDate billed,
            boolean accepted) {
        BigDecimal limit = limit().orElse(null);
        if (limit == null) {
            return null;
        }
        LocalDate open = billed == null ? LocalDate.MIN : billed.plusDays(1);
        List<Look> looks = looks(proposal)
                .filter(look -> !look.from().isAfter(from)
                        && !monthFrom(later(look.from(), open)).isAfter(look.to()))
                .toList();
        LocalDate first = billed == null ? from : open;
        String over = over(proposal, limit, looks, since == null ? first : later(first, since));
        if (over == null || !accepted) {
            if (over != null) {
                throw new TablesRefused(over);
            }
            return null;
        }
        if (!session.caller().identity().roles().contains(Role.APPROVER)) {
            throw new TablesRefused("--accept-impact needs the role approver; " + steps.actor() + " has "
                    + session.caller().identity().words());
        }
        if (proposal.author().equals(steps.actor())) {
            throw new TablesRefused("proposal " + proposal.id() + " is " + steps.actor()
                    + "'s own; another approver accepts what it moves");
        }
        return over;
    }

    /** Why it is more than the limit allows, or null. */
    private static @Nullable String over(BookProposal proposal, BigDecimal limit, List<Look> looks, LocalDate open) {
        if (looks.isEmpty()) {
            return "what proposal " + proposal.id() + " moves is not known, and more than " + limit.toPlainString()
                    + " may not be moved: look first over a month or more that is not billed yet, by prorata tables impact --proposal "
                    + proposal.id() + " --from " + open + " --to " + monthFrom(open)
                    + ", or an approver accepts it unseen by --accept-impact";
        }
        Look most = looks.stream().max((a, b) -> a.moved().compareTo(b.moved())).orElseThrow();
        if (most.moved().compareTo(limit) > 0) {
            return "proposal " + proposal.id() + " moves " + most.moved().toPlainString() + " from " + most.from()
                    + " to " + most.to() + ", more than the limit of " + limit.toPlainString()
                    + "; another approver may accept that by --accept-impact";
        }
        return looks.stream()
                .filter(look -> look.failing().signum() > 0)
                .findFirst()
                .map(look -> "from " + look.from() + " to " + look.to() + " "
                        + look.failing().toPlainString()
                        + " contracts can be decided by one of the rule books only, so that what proposal "
                        + proposal.id()
                        + " moves is not known; another approver may accept that by --accept-impact")
                .orElse(null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate monthFrom(LocalDate day) {
        return day.plusMonths(1).minusDays(1);
    }

    /** Looks under the book on which the proposal was made. */
    private Stream<Look> looks(BookProposal proposal) {
        return session
                .client()
                .sql("select summary, moved from proposal_finding where proposal = ? and kind = 'impact' order by id")
                .param(proposal.id())
                .query((row, number) -> {
                    Map<?, ?> summary = (Map<?, ?>) Json.read(row.getString("summary"));
                    return !proposal.base().equals(summary.get("old_book"))
                            ? Optional.<Look>empty()
                            : Optional.of(new Look(
                                    LocalDate.parse((String) summary.get("from")),
                                    LocalDate.parse((String) summary.get("to")),
                                    row.getBigDecimal("moved"),
                                    (BigDecimal) Objects.requireNonNull(summary.get("fail_under_one_book"))));
                })
                .list()
                .stream()
                .flatMap(Optional::stream);
    }
}
