package org.prorata.store.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.decision.Decision;
import org.prorata.ledger.NewBill;

/** The invoices that the documents of one bill correct, by the names under which their lines tell them. */
final class Corrected {

    private final Map<String, Long> ours = new HashMap<>();

    /** @param ids those of the bill's documents, in their order */
    Corrected(NewBill bill, List<Long> ids) {
        bill.account().own().forEach(line -> ours.put(line.billed().invoice(), line.invoice()));
        for (int i = 0; i < ids.size(); i++) {
            ours.put(bill.documents().get(i).on().toString(), ids.get(i));
        }
    }

    /**
     * An invoice that is corrected.
     *
     * @param own      our id of it, or null for one from elsewhere
     * @param received its id there, or null
     */
    record CorrectedInvoice(Long own, String received) {

        static final CorrectedInvoice NONE = new CorrectedInvoice(null, null);
    }

    /** What a line gives back. */
    CorrectedInvoice of(Decision line) {
        String name = line instanceof Decision.Credit credit ? credit.corrects() : null;
        return name == null
                ? CorrectedInvoice.NONE
                : ours.containsKey(name)
                        ? new CorrectedInvoice(ours.get(name), null)
                        : new CorrectedInvoice(null, name);
    }

    /**
     * What a document takes off invoices, tax included: as much as it comes to less than nothing, which an invoice also does whose credits
     * bear more tax than its charges; nothing where it asks for money, as credits are set off in it. What it charges is set off first
     * against what it gives back of no invoice, then of the latest. Together with that it is the document's total.
     */
    Map<CorrectedInvoice, BigDecimal> lowered(NewBill.NewDocument document) {
        if (document.total().gross().signum() >= 0) {
            return Map.of();
        }
        Map<CorrectedInvoice, BigDecimal> sums = new HashMap<>();
        BigDecimal charges = BigDecimal.ZERO;
        for (Decision line : document.lines()) {
            if (line instanceof Decision.Credit credit) {
                sums.merge(of(credit), gross(document, credit.amount(), credit.ratePct()), BigDecimal::add);
            } else if (line instanceof Decision.Charge charge) {
                charges = charges.add(gross(document, charge.amount(), charge.ratePct()));
            }
        }
        List<CorrectedInvoice> latestFirst = new ArrayList<>(sums.keySet());
        latestFirst.sort(Comparator.comparing((CorrectedInvoice target) -> !target.equals(CorrectedInvoice.NONE))
                .thenComparing(CorrectedInvoice::own, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(CorrectedInvoice::received, Comparator.nullsLast(Comparator.reverseOrder())));
        return rounded(latestFirst, sums, charges, document.total().gross().negate());
    }

    /** The last ones get what is left, so that nothing is lost by rounding. */
    private static Map<CorrectedInvoice, BigDecimal> rounded(
            List<CorrectedInvoice> latestFirst,
            Map<CorrectedInvoice, BigDecimal> sums,
            BigDecimal charges,
            BigDecimal total) {
        Map<CorrectedInvoice, BigDecimal> lowered = new LinkedHashMap<>();
        BigDecimal left = charges;
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (int i = 0; i < latestFirst.size(); i++) {
            CorrectedInvoice target = latestFirst.get(i);
            BigDecimal setOff = left.min(sums.get(target));
            left = left.subtract(setOff);
            exact = exact.add(sums.get(target)).subtract(setOff);
            BigDecimal part = (i == latestFirst.size() - 1
                            ? total
                            : exact.setScale(total.scale(), RoundingMode.HALF_UP))
                    .subtract(given);
            given = given.add(part);
            if (part.signum() > 0 && !target.equals(CorrectedInvoice.NONE)) {
                lowered.put(target, part);
            }
        }
        return lowered;
    }

    private static BigDecimal gross(NewBill.NewDocument document, BigDecimal amount, BigDecimal ownRate) {
        BigDecimal rate = ownRate == null ? document.taxes().get(0).ratePct() : ownRate;
        return amount.add(amount.multiply(rate).movePointLeft(2));
    }

    /** The position of a line's tax, or null where the document has one only. */
    static Integer tax(NewBill.NewDocument document, Decision line) {
        if (document.taxes().size() < 2) {
            return null;
        }
        String category = line instanceof Decision.Credit c ? c.category() : ((Decision.Charge) line).category();
        BigDecimal rate = line instanceof Decision.Credit c ? c.ratePct() : ((Decision.Charge) line).ratePct();
        for (int i = 0; category != null && i < document.taxes().size(); i++) {
            if (document.taxes().get(i).category().equals(category)
                    && document.taxes().get(i).ratePct().compareTo(rate) == 0) {
                return i + 1;
            }
        }
        return 1;
    }
}
