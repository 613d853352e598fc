package org.prorata.store;

import static org.prorata.store.Columns.choice;
import static org.prorata.store.Columns.day;
import static org.prorata.store.Columns.integer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.prorata.contract.Billing;
import org.prorata.contract.Contract;
import org.prorata.contract.Dossier;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Plan;
import org.prorata.contract.Proration;
import org.prorata.contract.Revision;
import org.prorata.contract.Term;

/** What a dossier says as a whole, and its contract without the items. */
record ContractFact(String terms, String language, Currency currency, boolean statutes, boolean billedStated, Contract contract) {

    static final FactTable<ContractFact> TABLE = new FactTable<>("contract",
            List.of("terms", "language", "currency", "statutes", "billed_stated", "starts", "term_kind", "term_months",
                    "payment_days", "payment_rule", "plan", "billing_every", "billing_timing", "anchor_day", "proration",
                    "revision_index", "base_month", "share", "cap_pct", "floor_pct", "decimals", "export_modules"),
            dossier -> List.of(of(dossier)), fact -> "contract", ContractFact::cells, ContractFact::read);

    private static ContractFact of(Dossier dossier) {
        Contract c = dossier.contract();
        return new ContractFact(dossier.terms(), dossier.language(), dossier.currency(), dossier.statutes(),
                dossier.billed().isPresent(), new Contract(c.id(), c.start(), c.term(), c.paymentDays(), c.paymentRule(),
                c.plan(), c.billing(), c.proration(), c.revision(), c.exportModules(), List.of()));
    }

    private Object[] cells() {
        Contract c = contract;
        Billing b = c.billing() == null ? new Billing(null, null, null) : c.billing();
        Revision r = c.revision() == null ? new Revision(null, null, null, null, null, null) : c.revision();
        return new Object[] {terms, language, currency, statutes, billedStated, c.start(), c.term().kind(),
                c.term().kind() == Term.Kind.STATED ? c.term().months() : null, c.paymentDays(), c.paymentRule(), c.plan(),
                b.every(), b.timing(), b.anchorDay(), c.proration(), r.index(), r.baseMonth(), r.share(), r.capPct(),
                r.floorPct(), r.decimals(), c.exportModules()};
    }

    private static ContractFact read(ResultSet row) throws SQLException {
        Term.Kind kind = choice(row, "term_kind", Term.Kind.class);
        Term term = kind == Term.Kind.STATED ? Term.months(row.getInt("term_months"))
                : kind == Term.Kind.OPEN_ENDED ? Term.OPEN_ENDED : Term.OF_THE_TERMS;
        Billing.Every every = choice(row, "billing_every", Billing.Every.class);
        Billing billing = every == null ? null
                : new Billing(every, choice(row, "billing_timing", Billing.Timing.class), integer(row, "anchor_day"));
        String index = row.getString("revision_index");
        Revision revision = index == null ? null : new Revision(index, YearMonth.parse(row.getString("base_month")),
                row.getBigDecimal("share"), row.getBigDecimal("cap_pct"), row.getBigDecimal("floor_pct"), integer(row, "decimals"));
        return new ContractFact(row.getString("terms"), row.getString("language"), Currency.getInstance(row.getString("currency")),
                row.getBoolean("statutes"), row.getBoolean("billed_stated"),
                new Contract(row.getString("contract_id"), day(row, "starts"), term, integer(row, "payment_days"),
                        choice(row, "payment_rule", PaymentRule.class), choice(row, "plan", Plan.class), billing,
                        choice(row, "proration", Proration.class), revision, integer(row, "export_modules"), List.of()));
    }
}
