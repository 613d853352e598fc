package org.prorata.subject.exit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.TableRow;
import org.prorata.subject.billing.ChargeSlot;
import org.prorata.subject.billing.Closing;
import org.prorata.subject.billing.PaidAfterEnd;
import org.prorata.subject.billing.Restitution;
import org.prorata.subject.billing.UnusedSlot;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.course.ExitPhase;
import org.prorata.subject.terms.EffectiveTerms;

/** Fees left, refund and run-on of a settled end, from the very lines that a bill would have. */
final class Fees {

    private final EffectiveTerms setting;
    private final ContractState course;
    private final ExitPhase runOn;
    private final PaidAfterEnd paid = new PaidAfterEnd();
    private final List<Settled> lines = new ArrayList<>();
    private final List<Settled> setAside = new ArrayList<>(0);
    private final List<UnusedSlot> kept = new ArrayList<>();
    private final List<RunOnSlot> more = new ArrayList<>(1);

    private record Settled(ChargeSlot slot, Settlement.Settled<ChargeSlot.Line> settled) {}

    Fees(EffectiveTerms setting, ContractState course) {
        this.setting = setting;
        this.course = course;
        this.runOn = ExitPhase.of(setting);
    }

    private LocalDate end() {
        return course.end().last();
    }

    /** The lines that the end brings. */
    List<ChargeSlot> slots() {
        List<ChargeSlot> slots = new ArrayList<>(closing().restOfYear());
        slots.addAll(closing().unused());
        return slots;
    }

    /** The months of the exit phase, once it is known which days after the end are paid and stay so. */
    List<ChargeSlot> monthsRunOn() {
        return runOn.accepted() == null ? List.of() : closing().runOn(paid);
    }

    private Closing closing() {
        LocalDate to = later(end().plusDays(1), course.end().known());
        return new Closing(setting, course, runOn.accepted() == null ? to : later(to, runOn.accepted()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    void take(ChargeSlot slot) {
        Settlement.Settled<ChargeSlot.Line> settled = Settlement.one(slot);
        paid.take(slot, settled.stands().value());
        if (!settled.stands().value().none()) {
            lines.add(new Settled(slot, settled));
        } else if (slot instanceof UnusedSlot unused) {
            kept.add(unused);
        } else if (slot.reason() == ChargeReason.REMAINING) {
            setAside.add(new Settled(slot, settled));
        }
    }

    /** What may be left to pay, to go back and to run on: the rules say what does not arise. */
    List<FindingSlot> findings() {
        TableRow row = course.end().rule() == null
                ? setting.termRule().row()
                : course.end().feesRow();
        List<FindingSlot> slots = new ArrayList<>(List.of(
                FindingSlot.possible(Finding.NO_FEES_LEFT, Reason.of("fees.none_left", end()), row)
                        .of(sum(of(ChargeReason.REMAINING)))
                        .between(smallest(), null),
                FindingSlot.possible(Finding.NO_REFUND, Reason.of("fees.no_refund", end()), row)
                        .of(sum(of(ChargeReason.UNUSED)))
                        .between(smallest(), null)));
        slots.addAll(new Restitution(setting, course.end()).findings(kept, runOn.lastDay(end())));
        if (course.end().refundBy() != null) {
            slots.add(FindingSlot.possible(
                            Finding.REFUND,
                            Reason.of("dates.refund", course.end().untold().renewal()),
                            course.end().untold().row())
                    .on(course.end().refundBy())
                    .of(sum(of(ChargeReason.UNUSED)))
                    .between(smallest(), null));
        }
        if (runOn.rule().byMonthsBegun()) {
            slots.add(FindingSlot.possible(
                            Finding.NO_RUN_ON,
                            Reason.of("run_on.not_requested"),
                            runOn.rule().row())
                    .on(runOn.requested()));
        }
        return slots;
    }

    /** Takes what the rules did not find missing. */
    void take(FindingSlot finding, List<Decision> decisions) {
        switch (finding.getFinding()) {
            case NO_FEES_LEFT -> {
                List<Settled> left = of(ChargeReason.REMAINING);
                decisions.add(new Decision.RemainingFees(
                        sum(left), first(left), last(left), because(left, Reason.of("fees.left", sum(left), end()))));
            }
            case NO_REFUND -> {
                List<Settled> unused = of(ChargeReason.UNUSED);
                decisions.add(new Decision.Refund(
                        sum(unused), because(unused, Reason.of("fees.refund", sum(unused), end()))));
            }
            case NO_RUN_ON ->
                more.add(new RunOnSlot(
                        end(),
                        runOn.accepted(),
                        runOn.accepted() == null ? null : sum(of(ChargeReason.RUN_ON)),
                        runOn.rule().row()));
            default -> throw new IllegalStateException("no fees follow where the rules leave out " + finding.about());
        }
    }

    /** That no fees are left, with those that law set aside. */
    Decision noneLeft(FindingSlot finding) {
        Decision.NothingDue none = (Decision.NothingDue) finding.decisions().get(0);
        if (setAside.isEmpty()) {
            return none;
        }
        BigDecimal amount = BigDecimal.ZERO.setScale(setting.dossier().digits());
        for (Settled line : setAside) {
            amount = amount.add(line.settled().displaced().get(0).value().amount());
        }
        Map<String, Object> fields = Map.of("amount", amount, "from", first(setAside), "to", last(setAside));
        return new Decision.NothingDue(
                none.about(),
                none.item(),
                null,
                Becauses.over(
                        none.because(),
                        none.because().reading(),
                        List.of(Becauses.displaced(
                                setAside.get(0).settled().displaced().get(0), fields))));
    }

    private static LocalDate first(List<Settled> some) {
        return some.stream()
                .map(line -> line.slot().covered().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate last(List<Settled> some) {
        return some.stream()
                .map(line -> line.slot().covered().to())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The run-on where exit services were asked for. */
    List<RunOnSlot> following() {
        return more;
    }

    Decision decide(RunOnSlot slot) {
        Settlement.Settled<RunOnSlot.Phase> settled = Settlement.one(slot);
        RunOnSlot.Phase phase = settled.stands().value();
        Because because = Becauses.of(settled);
        return phase.runs()
                ? new Decision.RunOn(phase.until(), phase.fees(), because)
                : new Decision.NothingDue(Finding.NO_RUN_ON.code(), null, null, because);
    }

    /** The smallest amount of the currency. */
    private BigDecimal smallest() {
        return BigDecimal.ONE.movePointLeft(setting.dossier().digits());
    }

    /** The lines of one kind, in an order that the dossier's does not change. */
    private List<Settled> of(ChargeReason reason) {
        return lines.stream()
                .filter(line -> line.slot().reason() == reason)
                .sorted(Comparator.comparing(
                                (Settled line) -> line.slot().item().id())
                        .thenComparing(line -> line.slot().covered().from()))
                .toList();
    }

    private BigDecimal sum(List<Settled> some) {
        return some.stream()
                .map(line -> line.settled().stands().value().amount())
                .reduce(BigDecimal.ZERO.setScale(setting.dossier().digits()), BigDecimal::add);
    }

    private static Because because(List<Settled> some, Reason total) {
        List<Because> each =
                some.stream().map(line -> Becauses.of(line.settled())).toList();
        List<Reason> reasons = new ArrayList<>(
                some.stream().map(line -> line.settled().stands().reason()).toList());
        reasons.add(total);
        return new Because(
                each.get(0).reading(),
                each.stream().flatMap(one -> one.rules().stream()).distinct().toList(),
                each.stream().flatMap(one -> one.rows().stream()).distinct().toList(),
                reasons,
                List.of());
    }
}
