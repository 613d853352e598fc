package org.prorata.subject.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.contract.Told;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.subject.course.ContractState;

/** Says of a line that corrects or catches up what came since: the end, the item as it now stands, and what was recorded, on which day. */
final class Since {

    private final Dossier dossier;
    private final ContractState course;

    Since(Dossier dossier, ContractState course) {
        this.dossier = dossier;
        this.course = course;
    }

    /** The reasons of a line with what came since, and with the row that the settled end rests on. */
    Because named(Difference.Line line, Because because) {
        if (line.signed().signum() > 0 && !line.catchUp()) {
            return because;
        }
        List<Reason> reasons = new ArrayList<>();
        List<TableRow> rows = new ArrayList<>();
        ContractState.End end = course.end();
        if (end != null
                && end.rule() != null
                && end.last().isBefore(line.period().to())) {
            reasons.add(Reason.of("since.end", end.known(), end.last()));
            rows.add(end.rule().row());
        }
        Item item = dossier.contract().items().stream()
                .filter(one -> one.id().equals(line.item()))
                .findFirst()
                .orElse(null);
        if (item == null) {
            reasons.add(Reason.of("since.item_dropped", line.item()));
        } else if (item.to() != null && item.to().isBefore(line.period().to())) {
            reasons.add(Reason.of("since.item_ends", item.id(), item.to()));
        }
        dossier.told().stream()
                .filter(told -> concerns(told, line))
                .map(Since::recorded)
                .distinct()
                .forEach(reasons::add);
        return reasons.isEmpty() ? because : Becauses.with(because, rows, reasons);
    }

    private static boolean concerns(Told told, Difference.Line line) {
        return switch (told.matter()) {
            case CONTRACT, TERMINATION_NOTICE, PLAN_CHANGE -> true;
            case ITEM, PRICE_REVISION_NOTICE, USAGE -> told.subject().equals(line.item());
            case OTHER_EVENT -> line.reason().ofServiceLevel() || line.reason().family() == ChargeReason.OVERSTAY;
        };
    }

    private static Reason recorded(Told told) {
        if (told.matter() == Told.Matter.CONTRACT) {
            return Reason.of("since.contract", told.recorded());
        }
        if (told.matter() == Told.Matter.ITEM) {
            return Reason.of(told.withdrawn() ? "since.item_removed" : "since.item", told.subject(), told.recorded());
        }
        String key = "since." + told.matter().name().toLowerCase(Locale.ROOT);
        return Reason.of(told.withdrawn() ? key + "_withdrawn" : key, told.on(), told.recorded());
    }
}
