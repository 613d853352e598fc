package org.prorata.subject.rights;

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

    /** The day for which it is asked. */
    public LocalDate getDayAsked() {
        return on;
    }

    /** The birthday from which the person may use the service. */
    public LocalDate getBirthdayOfAge() {
        return birthday();
    }

    /** Whether the client gave a code, or the terms ask for none. */
    public boolean isAuthorised() {
        return person.code() || !rule.codeNeeded();
    }

    /** How many accounts the person has. */
    public int getAccounts() {
        return person.accounts();
    }

    /** How many accounts a person may have. */
    public int getAccountsAllowed() {
        return rule.accounts();
    }

    private LocalDate birthday() {
        return person.born().plusYears(rule.leastAge());
    }

    public void eligible(String by) {
        put(by, RightStatus.OPEN, null, Reason.of("right.eligibility.open", rule.leastAge(), birthday()));
    }

    public void tooYoung(String by) {
        put(
                by,
                RightStatus.NOT_OPEN,
                birthday(),
                Reason.of("right.eligibility.too_young", rule.leastAge(), birthday()));
    }

    public void withoutCode(String by) {
        put(by, RightStatus.NOT_OPEN, null, Reason.of("right.eligibility.no_code"));
    }

    public void hasAccount(String by) {
        put(
                by,
                RightStatus.NOT_OPEN,
                null,
                Reason.of("right.eligibility.has_account", person.accounts(), rule.accounts()));
    }

    private void put(String by, RightStatus status, LocalDate from, Reason reason) {
        state(by, timed("eligibility", Party.BENEFICIARY, status, from, null), reason, List.of(rule.row()));
    }
}
