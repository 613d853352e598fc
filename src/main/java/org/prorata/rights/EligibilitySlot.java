package org.prorata.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Event.Beneficiary;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;

/** Whether a person may use the service on a day. */
public final class EligibilitySlot extends RightSlot {

    private final Beneficiary person;
    private final EligibilityRule rule;
    private final LocalDate on;

    EligibilitySlot(Beneficiary person, EligibilityRule rule, LocalDate on) {
        this.person = person;
        this.rule = rule;
        this.on = on;
    }

    @Override
    public String about() {
        return "the eligibility of the beneficiary of " + person.on();
    }

    public boolean isOfAge() {
        return !on.isBefore(birthday());
    }

    public boolean isAuthorised() {
        return person.code() || !rule.codeNeeded();
    }

    /** Whether one more account is still within the number that a person may have. */
    public boolean isAccountLeft() {
        return person.accounts() < rule.accounts();
    }

    private LocalDate birthday() {
        return person.born().plusYears(rule.leastAge());
    }

    public void eligible(String by) {
        put(by, RightStatus.OPEN, null, Reason.of("right.eligibility.open", rule.leastAge(), birthday()));
    }

    public void tooYoung(String by) {
        put(by, RightStatus.NOT_OPEN, birthday(), Reason.of("right.eligibility.too_young", rule.leastAge(), birthday()));
    }

    public void withoutCode(String by) {
        put(by, RightStatus.NOT_OPEN, null, Reason.of("right.eligibility.no_code"));
    }

    public void hasAccount(String by) {
        put(by, RightStatus.NOT_OPEN, null, Reason.of("right.eligibility.has_account", person.accounts(), rule.accounts()));
    }

    private void put(String by, RightStatus status, LocalDate from, Reason reason) {
        state(by, timed("eligibility", Party.BENEFICIARY, status, from, null), reason, List.of(rule.row()));
    }
}
