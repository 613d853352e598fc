package org.prorata.architecture.planted.store.runs;

import org.prorata.architecture.planted.store.invoices.Numbers;
import org.prorata.architecture.planted.subject.late.Reminder;

/** Knows the room beside it and a subject that knows it, and what a clause says. */
public final class Kept {

    Numbers numbers;
    Reminder reminder;
    int patience = 30;
    String clause = "see TU-LATE";
    String query = "select id from run where day = :day";

    String refusal() {
        return "nothing to issue; prorata bill --from makes drafts";
    }
}
