package org.prorata.subject.billing;

import org.prorata.subject.course.ContractState;

/** What is left of a period that was invoiced at the price before a change of plan. */
public final class UnusedAfterChangeSlot extends UnusedSlot {

    private final ContractState.Turn turn;

    UnusedAfterChangeSlot(PeriodSlot charged, ContractState.Turn turn) {
        super(charged, turn.change().on(), turn.change().on(), turn.row(), null);
        this.turn = turn;
    }

    /** Whether the terms give back the unused part of the old price. */
    public boolean isCreditUnused() {
        return turn.creditUnused();
    }
}
