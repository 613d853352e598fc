package org.prorata.subject.rights;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.Finding;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.servicelevel.Response;
import org.prorata.subject.terms.EffectiveTerms;

/** Lays out until when alerts are answered and alerts and anomalies solved. */
final class ResponseSlots {

    private static final String SOLVE = "solve";

    /** Whether a time to restore is promised for a cause. */
    private record Promise(boolean given, TableRow row) {
        static final TableId TABLE = TableId.of("service-level", "restoration-causes", "terms", "cause");

        static Promise of(Row row) {
            return new Promise(row.flag("promised"), row.ref());
        }
    }

    private final RightSlots slots;
    private final EffectiveTerms setting;

    ResponseSlots(RightSlots slots) {
        this.slots = slots;
        this.setting = slots.setting();
    }

    void add() {
        for (Event.Alert alert : setting.dossier().events(Event.Alert.class)) {
            if (alert.about() == Event.AlertMatter.CRITICAL_PATCH) {
                slots.deadline(Finding.CRITICAL_PATCH, "right.critical_patch", alert.on(), alert.at());
                continue;
            }
            response(
                    EffectiveTerms.key(alert.priority() == null ? alert.severity() : alert.priority()),
                    alert.at(),
                    List.of());
        }
        for (Event.Anomaly anomaly : setting.dossier().events(Event.Anomaly.class)) {
            Promise promise = setting.policies()
                    .find(
                            Promise.TABLE,
                            Promise::of,
                            anomaly.on(),
                            setting.dossier().terms(),
                            EffectiveTerms.key(anomaly.cause()));
            if (promise == null) {
                slots.silent(SOLVE, anomaly.on());
            } else if (promise.given()) {
                response(EffectiveTerms.key(anomaly.severity()), anomaly.from(), List.of(promise.row()));
            } else {
                slots.add(new SilentSlot(SOLVE, anomaly.on(), SilentSlot.Why.EXCLUDED, promise.row()));
            }
        }
    }

    private void response(String grade, LocalDateTime at, List<TableRow> more) {
        Response response = setting.policies()
                .find(
                        Response.TABLE,
                        Response::of,
                        at.toLocalDate(),
                        setting.dossier().terms(),
                        grade);
        if (response == null) {
            slots.silent(SOLVE, at.toLocalDate());
            return;
        }
        if (response.secondsToAnswer() != null) {
            until("answer", at, response.secondsToAnswer(), response, more);
        }
        if (response.secondsToSolve() == null) {
            slots.add(new SilentSlot(SOLVE, at.toLocalDate(), SilentSlot.Why.BEST_EFFORTS, response.row()));
        } else {
            until(SOLVE, at, response.secondsToSolve(), response, more);
        }
    }

    private void until(String code, LocalDateTime at, long seconds, Response response, List<TableRow> more) {
        List<TableRow> rows = new ArrayList<>(List.of(response.row()));
        rows.addAll(slots.hours().rows(response.clock()));
        rows.addAll(more);
        slots.add(new DelaySlot(
                code, Party.CLIENT, at, slots.hours().after(at, seconds, response.clock()), slots.on(), rows));
    }
}
