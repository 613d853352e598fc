package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.subject.course.ContractState;

/** The lines of a bill as they are settled, kept until all are known: what each corrects and how it is taxed depends on the others. */
final class BillLines {

    private final Dossier dossier;
    private final ContractState course;
    private final OwedCredits owed;
    private final List<BillLine> lines = new ArrayList<>();

    /** @param owed says how lines that give what a missed service level is worth are taxed */
    BillLines(Dossier dossier, ContractState course, OwedCredits owed) {
        this.dossier = dossier;
        this.course = course;
        this.owed = owed;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** A line that falls due, as it was settled. */
    void add(ChargeSlot slot, ChargeSlot.Line line, Because because) {
        Object of = slot instanceof UnusedSlot unused ? unused.charged() : slot;
        if (slot.reason().credit()) {
            add(
                    new Decision.Credit(
                            slot.item().id(),
                            slot.covered().from(),
                            slot.covered().to(),
                            line.amount(),
                            slot.on(),
                            slot.reason(),
                            null,
                            null,
                            null,
                            because),
                    of,
                    taxDay(slot, slot.on()));
        } else {
            add(
                    new Decision.Charge(
                            slot.item().id(),
                            slot.covered().from(),
                            slot.covered().to(),
                            line.quantity(),
                            line.amount(),
                            slot.on(),
                            slot.reason(),
                            false,
                            because),
                    of,
                    slot.on());
        }
    }

    /** What a line that falls due and what was billed of it differ by. */
    void add(Difference.Line line, Because why) {
        Because because = line.catchUp() && line.why() != null && !why.reasons().contains(line.why())
                ? Becauses.with(why, line.why())
                : why;
        because = new Since(dossier, course).named(line, because);
        BigDecimal amount = line.signed().abs();
        if (line.signed().signum() < 0) {
            add(
                    new Decision.Credit(
                            line.item(),
                            line.period().from(),
                            line.period().to(),
                            amount,
                            line.on(),
                            line.reason(),
                            null,
                            null,
                            null,
                            because),
                    line.account(),
                    line.base() == null ? line.on() : taxDay(line.base().slot(), line.on()));
        } else {
            add(
                    new Decision.Charge(
                            line.item(),
                            line.period().from(),
                            line.period().to(),
                            quantity(line),
                            amount,
                            line.on(),
                            line.reason(),
                            line.catchUp(),
                            because),
                    line.account(),
                    line.on());
        }
    }

    /** What was charged before all that is known of was taxed by the rates of its day. */
    private static LocalDate taxDay(ChargeSlot slot, LocalDate on) {
        return slot instanceof UnusedSlot unused ? unused.charged().on() : on;
    }

    private void add(Decision line, Object of, LocalDate taxDay) {
        String item = line instanceof Decision.Credit c ? c.item() : ((Decision.Charge) line).item();
        ChargeReason reason = line instanceof Decision.Credit c ? c.reason() : ((Decision.Charge) line).reason();
        lines.add(new BillLine(line, item(item, reason, taxDay), tax(reason), of, taxDay));
    }

    /** The lines, each in as many parts as it corrects invoices or rates of tax; their taxes are told of each part. */
    List<Decision> taxed(Taxes taxes, List<DueAgainstBilled> accounts) {
        List<Billed> billed = dossier.billed().orElse(List.of());
        List<Decision> taxed = new ArrayList<>(lines.size());
        if (!Corrections.needed(lines)) {
            for (int i = 0; i < lines.size(); i++) {
                BillLine line = lines.get(i);
                TaxRule own = line.own() != null ? line.own() : taxes.rule(line.item(), line.taxDay());
                TaxRule rule = taxes.add(line.on(), line.amount(), own);
                taxed.add(line.part(line.amount(), null, rule, null));
            }
            return taxed;
        }
        for (Piece piece : new Corrections(dossier.contract().items(), billed, accounts, taxes).of(lines)) {
            BillLine line = piece.line();
            BigDecimal part = piece.amount();
            TaxRule rule = taxes.add(line.on(), line.credit() ? part.negate() : part, piece.tax());
            Because why = part == line.amount() || part.compareTo(line.amount()) == 0
                    ? null
                    : Becauses.with(line.decided().because(), Reason.of("difference.part", part, line.amount()));
            taxed.add(line.part(part, piece.corrects(), rule, why));
        }
        return taxed;
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
        return price == null || line.signed().remainder(price).signum() != 0
                ? null
                : line.signed().divideToIntegralValue(price).stripTrailingZeros();
    }

    /** The item of a line; one that the dossier has no more stands for its kind, so that what was billed for it can be given back. */
    private Item item(String id, ChargeReason reason, LocalDate on) {
        List<Item> items = dossier.contract().items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(id)) {
                return items.get(i);
            }
        }
        Item.Kind kind = switch (reason.family()) {
            case USAGE -> Item.Kind.USAGE;
            case SERVICE -> Item.Kind.SERVICE;
            default -> Item.Kind.SUBSCRIPTION;
        };
        return new Item(id, kind, BigDecimal.ONE, BigDecimal.ZERO, Item.Per.UNIT, on, null, null);
    }
}
