package org.prorata.book.coverage;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Who asks the shipped sheets. A new policy sheet enters here. */
final class SheetUses {

    static final String PROFILES = "contract-terms!profiles";

    /** The terms whose service level is measured. */
    private static final RowSelection MEASURED =
            RowSelection.cell("service-level!profile", "method", "shortfall", "percent", "best_efforts");

    private static final RowSelection CREDITED =
            RowSelection.cell("service-level!profile", "method", "shortfall", "percent");
    /** The terms that leave length, rhythm and proration to the dossier. */
    private static final RowSelection LEFT = new RowSelection(
            "contract-terms!term", Map.of("first_months", List.of(""), "open_ended", List.of("no")), false);

    private static final RowSelection NO_PLANS = RowSelection.cell(PROFILES, "default_plan", "");

    static final Map<String, Question> ALL = Map.ofEntries(
            entry(PROFILES, Question.granted()),
            entry("contract-terms!term", Question.one()),
            entry("contract-terms!billing", Question.oneWhere(LEFT.not())),
            entry("contract-terms!payment", Question.one()),
            entry("contract-terms!notice-form", Question.one()),
            entry("contract-terms!payment-limit", Question.granted()),
            entry("contract-terms!versions", Question.one()),
            entry("contract-terms!framework", Question.granted()),
            entry("contract-terms!plans", Question.granted()),
            entry("contract-terms!gift", Question.granted()),
            entry("contract-terms!renewal-notice", Question.granted()),
            entry("contract-terms!answers", Question.granted()),
            entry("proration!partial", Question.one()),
            entry("proration!plan-change", Question.one()),
            entry("proration!usage", Question.one()),
            entry("proration!hours", Question.one()),
            entry("proration!after-end", Question.one()),
            entry("price-revision!notice", Question.one()),
            entry("termination!end", Question.one()),
            entry("late-payment!interest", Question.one()),
            entry("late-payment!floor", Question.granted()),
            entry("late-payment!recovery-fee", Question.one()),
            entry("late-payment!formal-notice", Question.granted()),
            entry("vat!rates", Question.one()),
            entry("vat!eu-members", Question.granted()),
            entry("reversibility!services", Question.granted()),
            entry("reversibility!cost", Question.one(RowSelection.rows("reversibility!services"))),
            entry("reversibility!unpaid", Question.granted()),
            entry("export-entitlement!modules", Question.granted()),
            entry("export-entitlement!copy", Question.granted()),
            entry("export-entitlement!deletion", Question.granted()),
            entry("statute!switching-charges", Question.granted()),
            entry("statute!transfer-charges", Question.granted()),
            entry("statute!switching-limits", Question.granted()),
            entry("statute!insolvency", Question.granted()),
            entry("statute!limitation", Question.granted()),
            entry("statute!switching-fees", Question.oneWhere(RowSelection.rows("statute!switching-limits"))),
            entry("statute!restitution", Question.granted()),
            entry("indices!known", Question.granted()),
            entry("indices!links", Question.granted()),
            entry("service-level!profile", Question.one()),
            entry("service-level!windows", Question.granted()),
            entry("service-level!holidays", Question.granted()),
            entry("service-level!outage-causes", Question.one(MEASURED)),
            entry("service-level!announcements", Question.granted(MEASURED)),
            entry("service-level!bands", Question.one(CREDITED)),
            entry("service-level!response", Question.granted()),
            entry("service-level!anomalies", Question.oneWhere(RowSelection.rows("service-level!anomalies"), MEASURED)),
            entry(
                    "service-level!restoration-bands",
                    Question.oneWhere(RowSelection.rows("service-level!anomalies"), MEASURED)),
            entry(
                    "service-level!restoration-causes",
                    Question.oneWhere(RowSelection.rows("service-level!restoration-causes"))),
            entry("rights!delays", Question.granted()),
            entry("rights!seats", Question.granted()),
            entry("rights!liability-cap", Question.granted()),
            entry("rights!eligibility", Question.granted()),
            entry("rights!consultations", Question.granted()),
            entry("rights!breach", Question.granted()),
            entry("rights!breach-delay", Question.granted()),
            entry("rights!retention", Question.granted()),
            entry("rights!holds", Question.granted()),
            entry("rights!subsidiaries", Question.granted()),
            entry("rights!silent", Question.one()));

    /** The terms that may ask with such a key empty; all others name a value. */
    static final Map<String, RowSelection> EMPTY = Map.of("plan", NO_PLANS, "proration", LEFT.not());

    /** The terms that ask with a value of such a key; all others leave it empty. */
    static final Map<String, RowSelection> NAMED = Map.of("proration", LEFT);

    /** The keys that hold the seller's country, by sheet: asked with the countries of the profiles, not with all that there are. */
    static final Map<String, String> SELLER = Map.of(
            "contract-terms!payment-limit",
            "country",
            "late-payment!floor",
            "country",
            "late-payment!recovery-fee",
            "country",
            "vat!rates",
            "seller_country",
            "statute!switching-charges",
            "country",
            "service-level!holidays",
            "country",
            "statute!insolvency",
            "country",
            "statute!limitation",
            "country",
            "statute!restitution",
            "country",
            "statute!transfer-charges",
            "country");

    /** Causes of an end that another one stands in for where no row names them, by sheet. */
    static final Map<String, String> STOOD_IN_FOR =
            Map.of("termination!end", "switching", "reversibility!cost", "switching");

    private SheetUses() {}
}
