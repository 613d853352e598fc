package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.course.Changes;
import org.prorata.course.ContractRemarks;
import org.prorata.course.Course;
import org.prorata.course.Ends;
import org.prorata.course.Indexation;
import org.prorata.course.PlanChangeSlot;
import org.prorata.course.PlanWarningSlot;
import org.prorata.course.Prices;
import org.prorata.course.RunOn;
import org.prorata.course.Stages;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.policy.Policies;
import org.prorata.termination.EndSlot;
import org.prorata.terms.RenewalNotice;
import org.prorata.terms.Setting;

/**
 * The question {@code bill}: changes of plan and price in the order of their days, then recorded ends, then the lines
 * that fall due, then what of them is not billed yet, then tax and totals.
 */
public final class BillWork extends Stages {

    private final Dossier dossier;
    private final Ask.Bill window;
    private final OwedCredits owed;
    private final Course course;
    private final Taxes taxes;
    private final PaidAfterEnd paid = new PaidAfterEnd();
    private Measured measured;
    private final List<UnusedSlot> kept = new ArrayList<>(0);
    private final List<FindingSlot> unexplained = new ArrayList<>(0);
    private final List<FindingSlot> dropped = new ArrayList<>(0);
    private final List<Due> due = new ArrayList<>();
    private final List<BillLine> pending = new ArrayList<>();
    private Difference difference;
    private List<TableRow> termRows;

    public BillWork(Dossier dossier, Ask.Bill window, Policies policies) {
        this(dossier, window, OwedCredits.NONE, policies);
    }

    /** @param owed what is owed for missed service levels, counted where the question asks for it */
    public BillWork(Dossier dossier, Ask.Bill window, OwedCredits owed, Policies policies) {
        super(new Setting(dossier, policies));
        this.dossier = dossier;
        this.window = window;
        this.owed = owed;
        this.course = new Course(setting());
        this.taxes = new Taxes(setting());
        changes(new Changes(setting(), course, LocalDate.MAX));
        ends(() -> new Ends(setting(), course, EndSlot.Purpose.BILL));
        indexation(this::revisions);
        stage(this::uses);
        stage(this::lines);
        stage(this::monthsAfterEnd);
        stage(this::differences);
        stage(this::taxed);
        stage(this::findings);
    }

    /** The revisions by index up to the end of the window, or that of the contract where it comes before. */
    private Indexation revisions() {
        LocalDate last = course.timeline().lastDay();
        if (last != null) {
            course.end(Course.End.ranOut(last, dossier.contract().start()));
        }
        return new Indexation(setting(), course, course.end() == null || course.end().last().isAfter(window.to())
                ? window.to() : course.end().last());
    }

    private List<UseSlot> uses() {
        measured = new Measured(setting(), course, window);
        return measured.uses();
    }

    private List<ChargeSlot> lines() {
        List<ChargeSlot> slots = new Layout(setting(), course, window).periods();
        slots.addAll(measured.slots());
        slots.addAll(new AfterEnd(setting(), course, window).restOfYear());
        slots.addAll(owed.slots(dossier.contract().items(), dossier.digits()));
        slots.addAll(gifts(slots));
        if (dossier.billed().isEmpty()) {
            slots.removeIf(slot -> slot.on().isBefore(window.from()) && !(slot instanceof UnusedSlot) && slot.reason() != ChargeReason.REMAINING);
        }
        return slots;
    }

    /** Months after the end, once it is known which of their days are paid and stay so. */
    private List<ChargeSlot> monthsAfterEnd() {
        List<ChargeSlot> slots = new AfterEnd(setting(), course, window).months(paid);
        slots.removeIf(this::outside);
        return slots;
    }

    /** Whether a line falls due outside the window; with a record of what was billed the past counts as well. */
    private boolean outside(ChargeSlot slot) {
        return slot.on().isAfter(window.to()) || dossier.billed().isEmpty() && slot.on().isBefore(window.from());
    }

    /** What a gift code gives on the first invoice of each subscription of the first order. */
    private List<ChargeSlot> gifts(List<ChargeSlot> slots) {
        GiftSlot.Gift rule = dossier.contract().giftCode()
                ? setting().policies().find(GiftSlot.Gift.TABLE, GiftSlot.Gift::of, dossier.contract().start(), dossier.terms()) : null;
        if (rule == null) {
            return List.of();
        }
        return slots.stream().filter(slot -> slot instanceof PeriodSlot && slot.item().kind() == Item.Kind.SUBSCRIPTION
                        && slot.item().from().equals(dossier.contract().start()) && slot.covered().from().equals(slot.item().from()))
                .<ChargeSlot>map(slot -> new GiftSlot(slot.item(), rule, course.prices().on(slot.item(), slot.item().from()), slot.on(), dossier.digits()))
                .toList();
    }

    private List<DifferenceSlot> differences() {
        if (dossier.billed().isEmpty()) {
            return List.of();
        }
        dropped();
        // credits for a missed service level are left alone unless they are asked for
        List<Billed> billed = dossier.billed().get().stream().filter(row -> window.serviceCredits() || !row.reason().ofServiceLevel()).toList();
        difference = new Difference(window, due, billed);
        List<DifferenceSlot> open = new ArrayList<>();
        for (Difference.Line line : difference.lines()) {
            if (line.base() != null && line.signed().compareTo(line.base().signed()) == 0) {
                emit(line, line.base().because());
            } else {
                open.add(new DifferenceSlot(line));
            }
        }
        for (Billed row : difference.unexplained()) {
            unexplained.add(FindingSlot.certain(Finding.CREDIT_WITHOUT_CHARGE,
                    Reason.of("finding.credit_without_charge", row.item(), row.from(), row.to(), row.amount())));
        }
        return open;
    }

    /** Items that were billed and that the dossier has no more: what was billed for them is given back, which is said. */
    private void dropped() {
        Set<String> items = new HashSet<>();
        dossier.contract().items().forEach(item -> items.add(item.id()));
        dossier.billed().get().stream().map(Billed::item).distinct().filter(id -> !items.contains(id)).sorted()
                .forEach(id -> dropped.add(FindingSlot.certain(Finding.ITEM_DROPPED, Reason.of("finding.item_dropped", id))));
    }

    @Override
    protected void settle(Slot<?> slot) {
        if (slot instanceof ChargeSlot charge) {
            take(charge);
        } else if (slot instanceof DifferenceSlot difference) {
            take(difference);
        } else if (slot instanceof EndSlot end) {
            take(end);
        }
    }

    @Override
    protected void changed(PlanChangeSlot slot, Settlement.Settled<PlanChangeSlot.Effect> settled) {
        if (slot.rule().warning() != null) {
            first(() -> List.of(new PlanWarningSlot(slot, settled.stands().reason())));
        }
    }

    private void take(EndSlot slot) {
        Settlement.Settled<EndSlot.End> settled = Settlement.one(slot);
        course.end(Course.End.by(slot, settled.stands().value().last()));
    }

    private void take(ChargeSlot slot) {
        Settlement.Settled<ChargeSlot.Line> settled = Settlement.one(slot);
        ChargeSlot.Line line = settled.stands().value();
        paid.take(slot, line);
        if (slot instanceof UnusedSlot unused && line.none() && !slot.on().isBefore(window.from())) {
            kept.add(unused);
        }
        if (line.none() || outside(slot)) {
            return;
        }
        Prices.Change change = course.prices().change(slot.item(), slot.covered().from());
        Because because = slot instanceof ServiceCreditSlot credit ? Becauses.of(settled, List.of(), credit.owed().reasons())
                : Becauses.of(settled, rows(slot, change), change == null ? List.of() : List.of(change.reason()));
        if (dossier.billed().isPresent()) {
            due.add(new Due(slot, line, because));
        } else if (line.amount().signum() != 0) {
            emit(slot, line, because);
        }
    }

    private List<TableRow> rows(ChargeSlot slot, Prices.Change change) {
        if (change == null) {
            return slot instanceof PeriodSlot ? termRows() : List.of();
        }
        List<TableRow> rows = new ArrayList<>(change.rows());
        rows.addAll(slot instanceof PeriodSlot ? termRows() : List.of());
        return rows;
    }

    /** The rows that every period of the contract rests on. */
    private List<TableRow> termRows() {
        if (termRows == null) {
            TableRow rhythm = course.rhythm().row();
            termRows = rhythm == null ? List.of(setting().termRule().row()) : List.of(setting().termRule().row(), rhythm);
        }
        return termRows;
    }

    private void take(DifferenceSlot slot) {
        Settlement.Settled<BigDecimal> settled = Settlement.one(slot);
        if (settled.stands().value().signum() == 0) {
            return;
        }
        Due base = slot.line().base();
        Because because = base == null ? Becauses.of(settled)
                : Becauses.of(settled, base.because().rows(), base.because().reasons());
        emit(slot.line(), because);
    }

    private void emit(ChargeSlot slot, ChargeSlot.Line line, Because because) {
        Object of = slot instanceof UnusedSlot unused ? unused.charged() : slot;
        if (slot.reason().credit()) {
            pending(new Decision.Credit(slot.item().id(), slot.covered().from(), slot.covered().to(), line.amount(),
                    slot.on(), slot.reason(), null, null, null, because), of, taxDay(slot, slot.on()));
        } else {
            pending(new Decision.Charge(slot.item().id(), slot.covered().from(), slot.covered().to(),
                    line.quantity(), line.amount(), slot.on(), slot.reason(), false, because), of, slot.on());
        }
    }

    private void emit(Difference.Line line, Because why) {
        Because because = line.catchUp() && line.why() != null && !why.reasons().contains(line.why())
                ? Becauses.with(why, line.why()) : why;
        because = new Since(dossier, course).named(line, because);
        BigDecimal amount = line.signed().abs();
        if (line.signed().signum() < 0) {
            pending(new Decision.Credit(line.item(), line.period().from(), line.period().to(), amount, line.on(),
                    line.reason(), null, null, null, because), line.account(), line.base() == null ? line.on() : taxDay(line.base().slot(), line.on()));
        } else {
            pending(new Decision.Charge(line.item(), line.period().from(), line.period().to(), quantity(line),
                    amount, line.on(), line.reason(), line.catchUp(), because), line.account(), line.on());
        }
    }

    /** What was charged before all that is known of was taxed by the rates of its day. */
    private static LocalDate taxDay(ChargeSlot slot, LocalDate on) {
        return slot instanceof UnusedSlot unused ? unused.charged().on() : on;
    }

    private void pending(Decision line, Object of, LocalDate taxDay) {
        String item = line instanceof Decision.Credit c ? c.item() : ((Decision.Charge) line).item();
        ChargeReason reason = line instanceof Decision.Credit c ? c.reason() : ((Decision.Charge) line).reason();
        pending.add(new BillLine(line, item(item, reason, taxDay), tax(reason), of, taxDay));
    }

    /** The lines, each in as many parts as it corrects invoices or rates of tax, and their taxes. */
    private List<TaxSlot> taxed() {
        List<Billed> billed = dossier.billed().orElse(List.of());
        List<Piece> pieces = new Corrections(dossier.contract().items(), billed, difference == null ? List.of() : difference.accounts(), taxes)
                .of(pending);
        for (Piece piece : pieces) {
            BillLine line = piece.line();
            BigDecimal part = piece.amount();
            TaxRule rule = taxes.add(line.on(), line.credit() ? part.negate() : part, piece.tax());
            Because why = part.compareTo(line.amount()) == 0 ? null
                    : Becauses.with(line.decided().because(), Reason.of("difference.part", part, line.amount()));
            add(line.part(part, piece.corrects(), rule, why));
        }
        return taxes.slots();
    }

    private TaxRule tax(ChargeReason reason) {
        return reason.ofServiceLevel() ? owed.tax() : null;
    }

    /** The quantity charged: the slot's, or for a difference of measured use what its amount is worth at the one price. */
    private static BigDecimal quantity(Difference.Line line) {
        if (line.base() == null) {
            return null;
        }
        if (line.signed().compareTo(line.base().signed()) == 0 || !(line.base().slot() instanceof UsageSlot usage)) {
            return line.base().line().quantity();
        }
        BigDecimal price = usage.singlePrice();
        return price == null || line.signed().remainder(price).signum() != 0 ? null
                : line.signed().divideToIntegralValue(price).stripTrailingZeros();
    }

    /** The item of a line; one that the dossier has no more stands for its kind, so that what was billed for it can be given back. */
    private Item item(String id, ChargeReason reason, LocalDate on) {
        for (Item item : dossier.contract().items()) {
            if (item.id().equals(id)) {
                return item;
            }
        }
        Item.Kind kind = switch (reason.family()) {
            case USAGE -> Item.Kind.USAGE;
            case SERVICE -> Item.Kind.SERVICE;
            default -> Item.Kind.SUBSCRIPTION;
        };
        return new Item(id, kind, BigDecimal.ONE, BigDecimal.ZERO, Item.Per.UNIT, on, null, null);
    }

    private List<Slot<?>> findings() {
        taxes.settle(this::add);
        List<Slot<?>> findings = new ArrayList<>(kept.stream().map(unused -> unused.finding(window)).toList());
        findings.addAll(restitution());
        findings.addAll(unexplained);
        findings.addAll(dropped);
        findings.addAll(new Silences(setting(), course, window).findings());
        findings.addAll(wrongForms());
        findings.addAll(measured.findings());
        findings.addAll(remarks());
        if (pending.isEmpty()) {
            LocalDate last = course.end() == null ? null : course.end().last();
            if (last != null) {
                findings.add(FindingSlot.possible(Finding.NOTHING_AFTER_END, Reason.of("finding.nothing_after_end", last), endRow())
                        .on(window.from()).within(null, last));
            }
            findings.add(FindingSlot.possible(Finding.NOTHING_FALLS_DUE,
                    Reason.of("finding.nothing_falls_due", window.from(), window.to())).on(window.from()).within(null, last));
        }
        return findings;
    }

    /** Days paid after an end that the law may let the client ask for, on the bill that would give them back. */
    private List<FindingSlot> restitution() {
        List<UnusedSlot> now = kept.stream().filter(slot -> !(slot instanceof UnusedAfterChangeSlot) && !slot.on().isAfter(window.to())).toList();
        return now.isEmpty() ? List.of()
                : new Restitution(setting(), course.end()).findings(now, RunOn.of(setting()).lastDay(course.end().last()));
    }

    /** What the reader should know of the contract as such: said with a charge for days that it concerns. */
    private List<FindingSlot> remarks() {
        List<FindingSlot> remarks = new ArrayList<>(0);
        LocalDate last = null;
        Set<String> charges = new HashSet<>();
        for (Decision decision : decisions()) {
            if (decision instanceof Decision.Charge charge) {
                charges.add(charge.item());
                last = last == null || charge.to().isAfter(last) ? charge.to() : last;
            }
        }
        if (last != null) {
            remarks.addAll(ContractRemarks.framework(setting(), last));
            remarks.addAll(ContractRemarks.plans(setting(), dossier.contract().items().stream().filter(item -> charges.contains(item.id())).toList()));
        }
        LocalDate end = course.end() == null ? null : course.end().last();
        RenewalNotice renewal = RenewalNotice.before(setting(), course.timeline(), window.to());
        if (renewal != null && !renewal.renewal().isBefore(window.from()) && (end == null || !end.isBefore(renewal.renewal()))) {
            remarks.addAll(ContractRemarks.renewal(renewal));
        }
        return remarks;
    }

    private TableRow endRow() {
        return course.end().rule() == null ? setting().termRule().row() : course.end().rule().row();
    }
}
