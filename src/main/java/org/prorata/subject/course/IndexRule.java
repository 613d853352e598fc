package org.prorata.subject.course;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.prorata.contract.Revision;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.Series;
import org.prorata.decision.policy.TableId;

/** Values of a published index, brought to one base. */
public final class IndexRule {

    private static final TableId KNOWN = TableId.of("indices", "known", "index");
    private static final TableId LINKS = TableId.of("indices", "links", "index", "from_base", "to_base");

    private final Policies policies;
    private final Revision revision;
    private final Series series;

    /** @throws CannotDecide when the tables do not know the index */
    public IndexRule(Policies policies, Revision revision) {
        this.policies = policies;
        this.revision = revision;
        policies.require(KNOWN, Row::ref, revision.baseMonth().atDay(1), revision.index());
        this.series = policies.series(revision.index());
    }

    /** A coefficient between two bases of an index. */
    record Link(BigDecimal coefficient, TableRow row) {

        static Link of(Row row) {
            return new Link(row.decimal("coefficient"), row.ref());
        }
    }

    /**
     * The value of a month.
     *
     * @throws CannotDecide when it is missing, or when its sources contradict each other
     */
    Series.Value of(YearMonth month) {
        try {
            return series.on(month.atDay(1));
        } catch (CannotDecide none) {
            boolean conflict = none.code().equals(Series.CONFLICT);
            throw new CannotDecide(
                    conflict ? "conflicting-index" : "missing-index",
                    "the index " + revision.index() + " of " + month
                            + (conflict ? " is in conflict: " : " is missing: ") + none.getMessage());
        }
    }

    /** The coefficient that brings a value to the base of another, null when both have the same. */
    Link link(Series.Value value, Series.Value to) {
        return value.base().equals(to.base())
                ? null
                : policies.require(
                        LINKS, Link::of, revision.baseMonth().atDay(1), revision.index(), value.base(), to.base());
    }
}
