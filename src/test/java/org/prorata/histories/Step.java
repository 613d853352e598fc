package org.prorata.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One thing that somebody does in a history; which of all possible ones its own chance says, so that others may be left out. */
record Step(Kind kind, long chance) {

    /** What may be done, and how often. */
    enum Kind {
        NEW(4), BILL(16), PREVIEW(2), ISSUE(9), LATE(5), PAY(6), WITHDRAW_PAYMENT(1), CREDIT(2), RETRY(2), ABANDON(1), REPLAY(1), NUMBERS(1), AUDIT(1),
        RESTORE(1), ACTIVATE(1), USAGE(3), WITHDRAW_EVENT(1), PLAN_CHANGE(3), PRICE_NOTICE(1), END(2), USE_AFTER_END(1),
        PRICE(2), QUANTITY(2), START(1), ANCHOR(1), ITEM_END(2), ITEM_DROP(1), ITEM_ADD(2), MOVE(1), VAT(1), BREAK(1), MEND(2), DISPUTE(1),
        RENAME(1), INSOLVENT(1), LEAVE(2), LOOK(2);

        /** What is to be done more often: {@code -Dprorata.histories.often=LEAVE,RENAME}. */
        private static final Set<String> OFTEN = Set.of(System.getProperty("prorata.histories.often", "").split(","));
        private static final int MORE = 10;

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        private int weight() {
            return OFTEN.contains(name()) ? weight * MORE : weight;
        }
    }

    /** A history begins with some contracts and ends with all that is missing. */
    static List<Step> history(long seed) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            steps.add(new Step(Kind.NEW, random.nextLong()));
        }
        int total = 0;
        for (Kind kind : Kind.values()) {
            total += kind.weight();
        }
        for (int i = 15 + random.nextInt(25); i > 0; i--) {
            int at = random.nextInt(total);
            for (Kind kind : Kind.values()) {
                at -= kind.weight();
                if (at < 0) {
                    steps.add(new Step(kind, random.nextLong()));
                    break;
                }
            }
        }
        return steps;
    }
}
