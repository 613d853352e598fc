package org.prorata.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One contract as signed: what its order form states beside the terms.
 *
 * @param term        length of the first term
 * @param paymentDays days to pay, or null: the default of the terms
 * @param plan        yearly or monthly where the terms know plans, or null: their default
 * @param billing     rhythm of invoicing, or null: the default of the terms
 * @param proration   how a partial period is charged, for terms that leave it to the dossier, or null
 * @param revision    price revision by index, or null
 * @param exportModules number of modules that the order form lets the client take away, or null
 * @param giftCode    whether the order bears the code that gives a month free
 */
public record Contract(
        String id,
        LocalDate start,
        Term term,
        Integer paymentDays,
        PaymentRule paymentRule,
        Plan plan,
        Billing billing,
        Proration proration,
        Revision revision,
        Integer exportModules,
        boolean giftCode,
        List<Item> items) {

    /** A contract without a gift code. */
    public Contract(
            String id,
            LocalDate start,
            Term term,
            Integer paymentDays,
            PaymentRule paymentRule,
            Plan plan,
            Billing billing,
            Proration proration,
            Revision revision,
            Integer exportModules,
            List<Item> items) {
        this(
                id,
                start,
                term,
                paymentDays,
                paymentRule,
                plan,
                billing,
                proration,
                revision,
                exportModules,
                false,
                items);
    }

    public Contract {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(paymentRule, "paymentRule");
        items = List.copyOf(items);
    }

    /** The same contract with other items. */
    public Contract withItems(List<Item> others) {
        return new Contract(
                id,
                start,
                term,
                paymentDays,
                paymentRule,
                plan,
                billing,
                proration,
                revision,
                exportModules,
                giftCode,
                others);
    }
}
