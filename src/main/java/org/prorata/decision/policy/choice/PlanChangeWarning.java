package org.prorata.decision.policy.choice;

/** What a client who changes the plan should be told. */
public enum PlanChangeWarning {
    PLAN_CHANGE_WITHOUT_EFFECT,
    PLAN_MAY_LOSE_CONTENT
}
