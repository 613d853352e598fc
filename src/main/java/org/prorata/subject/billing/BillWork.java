package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.course.Changes;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.course.CourseStages;
import org.prorata.subject.course.Ends;
import org.prorata.subject.course.Indexation;
import org.prorata.subject.course.PlanChangeSlot;
import org.prorata.subject.course.PlanWarningSlot;
import org.prorata.subject.course.Prices;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.EndSlot;

/**
 * The question {@code bill}: changes of plan and price in the order of their days, then recorded ends, then the lines
 * that fall due, then what of them is not billed yet, then tax and totals.
 */
public final class BillWork extends CourseStages {

    private enum BillStage {
        CHANGES,
        ENDS,
        INDEXATION,
        USES,
        LINES,
        RUN_ON,
        OVERSTAY,
        DIFFERENCES,
        TAXES,
        FINDINGS;

        private static final BillStage[] ALL = values();
    }

    private final Dossier dossier;
    private final Ask.Bill window;
    private final OwedCredits owed;
    private final ContractState course;
    private final Taxes taxes;
    private final PaidAfterEnd paid = new PaidAfterEnd();
    private UsageCharges measured;
    private final List<UnusedSlot> kept = new ArrayList<>(0);
    private final List<DueLine> due = new ArrayList<>();
    private final BillLines lines;
    private final BillFindings findings;
    private Difference difference;
    private List<TableRow> termRows;

    public BillWork(Dossier dossier, Ask.Bill window, Policies policies) {
        this(dossier, window, OwedCredits.NONE, policies);
    }

    /** @param owed what is owed for missed service levels, counted where the question asks for it */
    public BillWork(Dossier dossier, Ask.Bill window, OwedCredits owed, Policies policies) {
        super(new EffectiveTerms(dossier, policies));
        this.dossier = dossier;
        this.window = window;
        this.owed = owed;
        this.course = new ContractState(setting());
        this.taxes = new Taxes(setting());
        this.lines = new BillLines(dossier, course, owed);
        this.findings = new BillFindings(setting(), course, window);
        following(new Changes(setting(), course, LocalDate.MAX));
    }

    @Override
    protected List<? extends Slot<?>> slots(int number) {
        return number >= BillStage.ALL.length
                ? null
                : switch (BillStage.ALL[number]) {
                    case CHANGES -> repeated(changed());
                    case ENDS -> of(new Ends(setting(), course, EndSlot.Purpose.BILL));
                    case INDEXATION -> repeated(indexed(this::revisions));
                    case USES -> uses();
                    case LINES -> lines();
                    case RUN_ON -> runOn();
                    case OVERSTAY -> overstay();
                    case DIFFERENCES -> differences();
                    case TAXES -> taxed();
                    case FINDINGS -> findings();
                };
    }

    /** The revisions by index up to the end of the window, or that of the contract where it comes before. */
    private Indexation revisions() {
        LocalDate last = course.timeline().lastDay();
        if (last != null) {
            course.end(ContractState.End.ranOut(last, dossier.contract().start()));
        }
        return new Indexation(
                setting(),
                course,
                course.end() == null || course.end().last().isAfter(window.to())
                        ? window.to()
                        : course.end().last());
    }

    private List<UseSlot> uses() {
        measured = new UsageCharges(setting(), course, window);
        return measured.uses();
    }

    private List<ChargeSlot> lines() {
        List<ChargeSlot> slots = new BillingSchedule(setting(), course, window).periods();
        slots.addAll(measured.slots());
        slots.addAll(new AfterEnd(setting(), course, window).restOfYear());
        slots.addAll(owed.slots(dossier.contract().items(), dossier.digits()));
        slots.addAll(gifts(slots));
        if (dossier.billed().isEmpty()) {
            slots.removeIf(slot -> slot.on().isBefore(window.from())
                    && !(slot instanceof UnusedSlot)
                    && slot.reason() != ChargeReason.REMAINING);
        }
        return slots;
    }

    /** Months of the exit phase, once it is known which days after the end are paid and stay so; those before the window too, as use begins after them. */
    private List<ChargeSlot> runOn() {
        return new AfterEnd(setting(), course, window).runOn(paid);
    }

    /** Months of use after the end, once it is known which months the exit phase is charged for. */
    private List<ChargeSlot> overstay() {
        List<ChargeSlot> slots = new AfterEnd(setting(), course, window).overstay(paid);
        slots.removeIf(this::outside);
        return slots;
    }

    /** Whether a line falls due outside the window; with a record of what was billed the past counts as well. */
    private boolean outside(ChargeSlot slot) {
        return slot.on().isAfter(window.to())
                || dossier.billed().isEmpty() && slot.on().isBefore(window.from());
    }

    /** What a gift code gives on the first invoice of each subscription of the first order that charges so much time. */
    private List<ChargeSlot> gifts(List<ChargeSlot> slots) {
        GiftSlot.Gift rule = dossier.contract().giftCode()
                ? setting()
                        .policies()
                        .find(
                                GiftSlot.Gift.TABLE,
                                GiftSlot.Gift::of,
                                dossier.contract().start(),
                                dossier.terms())
                : null;
        if (rule == null) {
            return List.of();
        }
        return slots.stream()
                .filter(slot -> slot instanceof PeriodSlot
                        && slot.item().kind() == Item.Kind.SUBSCRIPTION
                        && slot.item().from().equals(dossier.contract().start())
                        && rule.givenOn(slot))
                .<ChargeSlot>map(slot -> new GiftSlot(
                        slot.item(),
                        rule,
                        course.prices().on(slot.item(), slot.item().from()),
                        slot.on(),
                        dossier.digits()))
                .toList();
    }

    private List<DifferenceSlot> differences() {
        if (dossier.billed().isEmpty()) {
            return List.of();
        }
        // credits for a missed service level are left alone unless they are asked for
        List<Billed> billed = dossier.billed().get().stream()
                .filter(row -> window.serviceCredits() || !row.reason().ofServiceLevel())
                .toList();
        difference = new Difference(window, due, billed);
        List<DifferenceSlot> open = new ArrayList<>();
        for (Difference.Line line : difference.lines()) {
            if (line.base() != null && line.signed().compareTo(line.base().signed()) == 0) {
                lines.add(line, line.base().because());
            } else {
                open.add(new DifferenceSlot(line));
            }
        }
        return open;
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
        course.end(ContractState.End.by(slot, settled.stands().value()));
    }

    private void take(ChargeSlot slot) {
        Settlement.Settled<ChargeSlot.Line> settled = Settlement.one(slot);
        ChargeSlot.Line line = settled.stands().value();
        paid.take(slot, line);
        if (slot instanceof UnusedSlot unused && line.none()) {
            kept.add(unused);
        }
        if (line.none() || outside(slot)) {
            return;
        }
        Prices.Change change =
                course.prices().change(slot.item(), slot.covered().from());
        Because because = slot instanceof ServiceCreditSlot credit
                ? Becauses.of(settled, List.of(), credit.owed().reasons())
                : Becauses.of(settled, rows(slot, change), change == null ? List.of() : List.of(change.reason()));
        if (dossier.billed().isPresent()) {
            due.add(new DueLine(slot, line, because));
        } else if (line.amount().signum() != 0) {
            lines.add(slot, line, because);
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
            termRows = rhythm == null
                    ? List.of(setting().termRule().row())
                    : List.of(setting().termRule().row(), rhythm);
        }
        return termRows;
    }

    private void take(DifferenceSlot slot) {
        Settlement.Settled<BigDecimal> settled = Settlement.one(slot);
        if (settled.stands().value().signum() == 0) {
            return;
        }
        DueLine base = slot.line().base();
        Because because = base == null
                ? Becauses.of(settled)
                : Becauses.of(settled, base.because().rows(), base.because().reasons());
        lines.add(slot.line(), because);
    }

    /** The lines, each in as many parts as it corrects invoices or rates of tax, and their taxes. */
    private List<TaxSlot> taxed() {
        lines.taxed(taxes, difference == null ? List.of() : difference.accounts())
                .forEach(this::add);
        return taxes.slots();
    }

    private List<Slot<?>> findings() {
        taxes.settle(this::add);
        List<Slot<?>> all = new ArrayList<>(4);
        if (!kept.isEmpty()) {
            all.addAll(findings.unused(kept));
        }
        if (difference != null) {
            all.addAll(findings.ofBilled(difference));
        }
        all.addAll(new Silences(setting(), course, window).findings());
        all.addAll(wrongForms());
        all.addAll(measured.findings());
        all.addAll(findings.remarks(decisions()));
        if (lines.isEmpty()) {
            all.addAll(findings.nothingDue());
        }
        return all;
    }
}
