package org.prorata.exit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prorata.billing.AfterEndRule;
import org.prorata.billing.ChargeSlot;
import org.prorata.billing.Closing;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Event;
import org.prorata.course.Course;
import org.prorata.course.RemarkSlot;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.terms.Setting;

/** Fees left, refund and run-on of a settled end, from the very lines that a bill would have. */
final class Fees {

    private final Setting setting;
    private final Course course;
    private final AfterEndRule runOn;
    private final LocalDate accepted;
    private final boolean requested;
    private final List<Settled> lines = new ArrayList<>();

    private record Settled(ChargeSlot slot, Settlement.Settled<ChargeSlot.Line> settled) {
    }

    Fees(Setting setting, Course course) {
        this.setting = setting;
        this.course = course;
        this.runOn = new Closing(setting, course, end()).runOnRule();
        this.accepted = setting.dossier().events(Event.ReversibilityAccepted.class).stream()
                .map(Event.ReversibilityAccepted::on).min(LocalDate::compareTo).orElse(null);
        this.requested = setting.dossier().events(Event.ReversibilityRequest.class).stream()
                .anyMatch(setting.noticeForm()::counts);
    }

    private LocalDate end() {
        return course.end().last();
    }

    /** The lines that the end brings. */
    List<ChargeSlot> slots() {
        LocalDate to = later(end().plusDays(1), course.end().known());
        Closing closing = new Closing(setting, course, accepted == null ? to : later(to, accepted));
        List<ChargeSlot> slots = new ArrayList<>(closing.afterEnd(ChargeReason.REMAINING));
        slots.addAll(closing.unused());
        if (accepted != null) {
            slots.addAll(closing.afterEnd(ChargeReason.RUN_ON));
        }
        return slots;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    void take(ChargeSlot slot) {
        Settlement.Settled<ChargeSlot.Line> settled = Settlement.one(slot);
        if (!settled.stands().value().none()) {
            lines.add(new Settled(slot, settled));
        }
    }

    /** Fees left and refund, and what is looked at and not due. */
    List<Slot<?>> decide(List<Decision> decisions) {
        List<Slot<?>> more = new ArrayList<>();
        TableRow row = course.end().rule().row();
        List<Settled> left = of(ChargeReason.REMAINING);
        if (sum(left).signum() == 0) {
            more.add(RemarkSlot.nothing("remaining_fees", Reason.of("fees.none_left", end()), row));
        } else {
            decisions.add(new Decision.RemainingFees(sum(left), left.stream().map(line -> line.slot().covered().from())
                    .min(LocalDate::compareTo).orElseThrow(), left.stream().map(line -> line.slot().covered().to())
                    .max(LocalDate::compareTo).orElseThrow(), because(left, Reason.of("fees.left", sum(left), end()))));
        }
        List<Settled> unused = of(ChargeReason.UNUSED);
        if (sum(unused).signum() == 0) {
            more.add(RemarkSlot.nothing("refund", Reason.of("fees.no_refund", end()), row));
        } else {
            decisions.add(new Decision.Refund(sum(unused), because(unused, Reason.of("fees.refund", sum(unused), end()))));
        }
        if (runOn.byMonthsBegun()) {
            more.add(!requested ? RemarkSlot.nothing("run_on", Reason.of("run_on.not_requested"), runOn.row())
                    : new RunOnSlot(end(), accepted, accepted == null ? null : sum(of(ChargeReason.RUN_ON)), runOn.row()));
        }
        return more;
    }

    Decision decide(RunOnSlot slot) {
        Settlement.Settled<RunOnSlot.Phase> settled = Settlement.one(slot);
        RunOnSlot.Phase phase = settled.stands().value();
        Because because = Becauses.of(settled);
        return phase.runs() ? new Decision.RunOn(phase.until(), phase.fees(), because)
                : new Decision.NothingDue("run_on", null, null, because);
    }

    /** The lines of one kind, in an order that the dossier's does not change. */
    private List<Settled> of(ChargeReason reason) {
        return lines.stream().filter(line -> line.slot().reason() == reason)
                .sorted(Comparator.comparing((Settled line) -> line.slot().item().id()).thenComparing(line -> line.slot().covered().from()))
                .toList();
    }

    private BigDecimal sum(List<Settled> some) {
        return some.stream().map(line -> line.settled().stands().value().amount())
                .reduce(BigDecimal.ZERO.setScale(setting.dossier().digits()), BigDecimal::add);
    }

    private static Because because(List<Settled> some, Reason total) {
        List<Because> each = some.stream().map(line -> Becauses.of(line.settled())).toList();
        List<Reason> reasons = new ArrayList<>(some.stream().map(line -> line.settled().stands().reason()).toList());
        reasons.add(total);
        return new Because(each.get(0).reading(), each.stream().flatMap(one -> one.rules().stream()).distinct().toList(),
                each.stream().flatMap(one -> one.rows().stream()).distinct().toList(), reasons, List.of());
    }
}
