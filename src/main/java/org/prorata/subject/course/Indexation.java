package org.prorata.subject.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Queue;
import org.prorata.contract.Item;
import org.prorata.contract.Revision;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Anchors;

/**
 * Revisions by index, one at each yearly anniversary up to a day. The base month belongs to the first contract year;
 * every year takes the same month one year on. A price told or ordered later begins with the month of its own year.
 */
public final class Indexation {

    private final EffectiveTerms setting;
    private final ContractState course;
    private final Anchors years;
    private final IndexRule index;
    private final Queue<DueIndexation> due = new ArrayDeque<>(0);

    private record DueIndexation(Item item, int year) {}

    /** @param to last day on which a revision may take effect */
    public Indexation(EffectiveTerms setting, ContractState course, LocalDate to) {
        this.setting = setting;
        this.course = course;
        this.years = Anchors.from(setting.dossier().contract().start(), 12);
        Revision revision = setting.dossier().contract().revision();
        this.index = revision == null ? null : new IndexRule(setting.policies(), revision);
        if (revision == null || to.isBefore(years.origin())) {
            return;
        }
        for (int year = 1; year <= years.indexOf(to); year++) {
            for (Item item : setting.dossier().contract().items()) {
                if (item.per().months() > 0
                        && item.from().isBefore(years.at(year))
                        && (item.to() == null || !item.to().isBefore(years.at(year)))) {
                    due.add(new DueIndexation(item, year));
                }
            }
        }
    }

    /** The slot of the next revision, or null when there is none. */
    public Slot<?> next() {
        for (DueIndexation next = due.poll(); next != null; next = due.poll()) {
            LocalDate day = years.at(next.year());
            Prices.Change told = course.prices().toldFor(next.item(), day);
            LocalDate since = told == null ? next.item().from() : told.from();
            int first = since.isBefore(years.origin()) ? 0 : years.indexOf(since);
            if (first < next.year()) {
                BigDecimal ordered = told == null ? next.item().price() : told.price();
                return new IndexSlot(
                        next.item(),
                        day,
                        setting.dossier().contract().revision(),
                        index,
                        new IndexSlot.Ordered(ordered, month(first)),
                        course.prices().on(next.item(), day.minusDays(1)),
                        month(next.year()),
                        setting.dossier().digits());
            }
        }
        return null;
    }

    private YearMonth month(int year) {
        return setting.dossier().contract().revision().baseMonth().plusYears(year);
    }

    /** Takes a settled price over into the course. */
    public void take(IndexSlot slot, Settlement.Settled<BigDecimal> settled) {
        course.prices()
                .add(Prices.Change.byIndex(
                        slot.item().id(),
                        slot.day(),
                        settled.stands().value(),
                        settled.stands().reason(),
                        settled.stands().rows()));
    }
}
