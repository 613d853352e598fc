package org.prorata.decision;

import java.util.Locale;

/**
 * What was looked at beside the figures asked for: something that the reader should know, a clause that finds nothing due,
 * or a day that clause or law sets. The rules of {@code findings.drl} say whether it stands.
 */
public enum Finding {
    // what the reader should know
    ANNOUNCED_LATE(Kind.WARNING),
    ANSWER_WITHOUT_EFFECT(Kind.WARNING),
    BILLED_LONGER_AT_ONCE(Kind.WARNING),
    CAUSE_NOT_GRANTED(Kind.WARNING),
    CAUSE_NOT_IN_FACTS(Kind.WARNING),
    CONSUMER_LATE_INTEREST_OUTSIDE_MODEL(Kind.WARNING),
    CONTRACT_OVER(Kind.WARNING),
    CREDIT_WITHOUT_CHARGE(Kind.WARNING),
    DELETION_AGREED_BEFORE_END(Kind.WARNING),
    EXPORT_REQUEST_TOO_EARLY(Kind.WARNING),
    FLOOR_ONLY_RAISES(Kind.WARNING),
    FRAMEWORK_OVER(Kind.WARNING),
    ITEM_DROPPED(Kind.WARNING),
    LEVEL_MISSED(Kind.WARNING),
    LIMITATION(Kind.WARNING),
    MAINTENANCE_ANNOUNCED_LATE(Kind.WARNING),
    MODULES_OVER_ENTITLEMENT(Kind.WARNING),
    NO_BANDS(Kind.WARNING),
    NO_TERM(Kind.WARNING),
    NOTICE_IN_WRONG_FORM(Kind.WARNING),
    NOTICE_NOT_STATED(Kind.WARNING),
    ORDER_RENEWS(Kind.WARNING),
    PAYMENT_TERM_OVER_LEGAL_LIMIT(Kind.WARNING),
    PLAN_CHANGE_WITHOUT_EFFECT(Kind.WARNING),
    PLAN_ONLY_RENEWED(Kind.WARNING),
    PLAN_MAY_LOSE_CONTENT(Kind.WARNING),
    RECOVERY_FEE_IN_EUROS(Kind.WARNING),
    RESTITUTION(Kind.WARNING),
    RENEWAL_NOT_ANNOUNCED(Kind.WARNING),
    SWITCHING_CAP_UNCHECKED(Kind.WARNING),
    SWITCHING_EXTENSION(Kind.WARNING),
    USE_OUTSIDE_CONTRACT(Kind.WARNING),

    // decisions that were looked for and do not arise
    NO_COST_TO_SHARE(Kind.NOTHING_DUE, "reversibility_cost"),
    NO_FEES_LEFT(Kind.NOTHING_DUE, "remaining_fees"),
    NO_NEW_PRICE(Kind.NOTHING_DUE, "price_revision"),
    NO_PRICE_ON_SERVICE(Kind.NOTHING_DUE, "reversibility_cost"),
    NO_REFUND(Kind.NOTHING_DUE, "refund"),
    NO_RUN_ON(Kind.NOTHING_DUE, "run_on"),
    NOTHING_AFTER_END(Kind.NOTHING_DUE, "charge"),
    NOTHING_FALLS_DUE(Kind.NOTHING_DUE, "charge"),
    NOTHING_GIVEN_BACK(Kind.NOTHING_DUE, "credit"),
    NOTHING_LATE(Kind.NOTHING_DUE, "late_interest"),

    // days
    ANNOUNCEMENT(Kind.DAY),
    CLAIM_DECLARATION(Kind.DAY),
    CRITICAL_PATCH(Kind.DAY),
    DATA_COPY(Kind.DAY),
    DATA_DELETION(Kind.DAY),
    DATA_DELETION_AGREED(Kind.DAY),
    DATA_ERASURE(Kind.DAY),
    DATA_REQUEST(Kind.DAY),
    DATA_RETRIEVAL(Kind.DAY),
    END(Kind.DAY),
    EXPORT_REQUEST_BY(Kind.DAY),
    EXPORT_REQUEST_FROM(Kind.DAY),
    FORMAL_NOTICE_BREACH(Kind.DAY),
    FORMAL_NOTICE_PAYMENT(Kind.DAY),
    LIMITATION_DAY(Kind.DAY, "limitation"),
    MEDIATION(Kind.DAY),
    MODULE_MAINTENANCE(Kind.DAY),
    PAYMENT_DUE(Kind.DAY),
    PRICE_NOTICE(Kind.DAY),
    REFUND(Kind.DAY),
    RENEWAL(Kind.DAY),
    REVERSIBILITY_REQUEST(Kind.DAY),
    STORAGE_EXCESS(Kind.DAY),
    SUB_PROCESSOR(Kind.DAY),
    SWITCHING_NOTICE(Kind.DAY),
    SWITCHING_TRANSITION(Kind.DAY),
    TERMS_ANSWER(Kind.DAY),
    TRIAL(Kind.DAY),
    UPDATE_LINK(Kind.DAY);

    /** What a finding becomes: a warning, a decision that nothing is due, or a day. */
    public enum Kind { WARNING, NOTHING_DUE, DAY }

    private final Kind kind;
    private final String code;

    Finding(Kind kind) {
        this.kind = kind;
        this.code = name().toLowerCase(Locale.ROOT);
    }

    Finding(Kind kind, String about) {
        this.kind = kind;
        this.code = about;
    }

    public Kind kind() {
        return kind;
    }

    /** The code of a warning or a day; of nothing due the decision that does not arise. */
    public String code() {
        return code;
    }
}
