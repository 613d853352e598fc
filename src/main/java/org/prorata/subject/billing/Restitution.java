package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.SwitchPaid;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Period;

/** Days paid and not used that stay paid although law may ask for them back: what they are worth, for a warning. */
public final class Restitution {

    private static final TableId TABLE = TableId.of("statute", "restitution", "country", "cause");

    private final ContractState.End end;
    private final int digits;
    private final TableRow row;

    public Restitution(EffectiveTerms setting, ContractState.End end) {
        this.end = end;
        this.digits = setting.dossier().digits();
        this.row = row(setting);
    }

    /** The row for which days paid may be asked back, or null: none. */
    private TableRow row(EffectiveTerms setting) {
        if (end.law() != null) {
            return end.law().daysPaid() == SwitchPaid.KEEP ? end.law().row() : null;
        }
        return end.cause() == null || !setting.dossier().statutes()
                ? null
                : setting.policies()
                        .find(TABLE, Row::ref, end.known(), setting.sellerCountry(), EffectiveTerms.key(end.cause()));
    }

    /**
     * The finding, if a row could ask for something back.
     *
     * @param kept      lines that the rules left invoiced
     * @param runsUntil the last day on which the contract runs on, its last day where it does not, or null: not known yet, so that nothing is lost yet
     */
    public List<FindingSlot> findings(List<UnusedSlot> kept, LocalDate runsUntil) {
        if (row == null || kept.isEmpty() || runsUntil == null) {
            return List.of();
        }
        LocalDate first = runsUntil.plusDays(1);
        BigDecimal amount = kept.stream()
                .filter(slot -> !slot.covered().to().isBefore(first))
                .map(slot -> worth(slot, first))
                .reduce(BigDecimal.ZERO.setScale(digits), BigDecimal::add);
        return List.of(FindingSlot.possible(Finding.RESTITUTION, Reason.of("fees.restitution", amount, first), row)
                .of(amount)
                .between(BigDecimal.ONE.movePointLeft(digits), null));
    }

    private static BigDecimal worth(UnusedSlot slot, LocalDate first) {
        LocalDate from =
                slot.covered().from().isBefore(first) ? first : slot.covered().from();
        return slot.worth(new Period(from, slot.covered().to()).days());
    }
}
