package org.prorata.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.run.TestBook;
import org.prorata.store.base.Recordings;
import org.prorata.store.base.TestDatabase;

class DossiersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final DossierReader READER = new DossierReader(TestBook.terms());

    private final Dossiers facts = new Dossiers(DATABASE.session());

    @Test
    @DisplayName("the portfolio comes out of the database as it went in, and a second import brings nothing new")
    void portfolio() {
        List<Dossier> told = TestBook.portfolio().stream()
                .map(file -> READER.read(file).dossier())
                .toList();
        Dossiers.RecordingCounts first = facts.record(told, "portfolio");
        assertThat(first.added()).isEqualTo(told.size());
        List<String> ids = told.stream().map(dossier -> dossier.contract().id()).toList();
        assertThat(facts.read(ids, first.recording())).isEqualTo(told);
        assertThat(facts.record(told, "portfolio again"))
                .isEqualTo(new Dossiers.RecordingCounts(0, 0, 0, told.size(), 0));
    }

    @Test
    @DisplayName("every kind of event and every field of a dossier survives")
    void everything() {
        Dossier told = dossier("""
                terms: standard
                language: fr
                currency: CHF
                statutes: false
                customer: {id: "C\\\\1 x", country: CH, professional: false, vat_id: "é€", public: true, insolvent_from: 2026-01-02}
                contract:
                  id: EV-1
                  start: 2025-01-31
                  term_months: null
                  payment_days: 45
                  payment_rule: eom_b
                  plan: monthly
                  billing: {every: quarter, timing: arrears, anchor_day: 31}
                  proration: none
                  revision: {index: syntec, base_month: 2024-06, share: 0.80, cap_pct: 5.00, floor_pct: 0.00, decimals: 2}
                  export_modules: 30
                  items:
                    - {id: b, kind: option, quantity: 2.50, price: 10.10, per: half_year, from: 2025-02-01, to: 2026-01-31, vat_pct: 5.50}
                    - {id: a, kind: usage, price: 1.00, per: hour, from: 2025-01-31}
                other_contracts:
                  - {id: K-0, total: 8000.00, reversibility_requested: true}
                billed:
                  - {item: b, from: 2025-02-01, to: 2025-03-31, amount: 10.00, reason: added, on: 2025-02-01}
                  - {item: b, from: 2025-02-01, to: 2025-03-31, amount: 10.00, reason: added, on: 2025-02-01}
                invoices:
                  - {id: F-2, issued: 2025-03-01, due: 2025-03-31, amount: 14814.00, disputed: {from: 2025-06-01, to: null},
                     payments: [{on: 2025-05-15, amount: 100.00}, {on: 2025-05-15, amount: 100.00}],
                     claimed: [{kind: interest, amount: 12.34, on: 2025-07-01}, {kind: fee, amount: 40.00, on: 2025-07-01}]}
                  - {id: F-1, issued: 2025-04-01, amount: 10.00, payments: [{on: 2025-04-02, amount: 10.00}]}
                events:
                  - {event: formal_notice, on: 2025-06-01, presented: 2025-06-03, channel: registered_letter, about: payment}
                  - {event: usage, on: 2025-04-10, item: a, quantity: 3.00, status: cancelled_late}
                  - {event: use_after_end, until: 2026-05-03}
                  - {event: outage, from: "2025-04-10T09:00", to: "2025-04-10T11:30", kind: full, cause: provider, announced: "2025-04-01T10:00"}
                  - {event: claim, on: 2025-05-02, about: service_level, month: 2025-04}
                  - {event: reversibility_request, on: 2025-12-01, modules: 12, services: [{id: chat, cost: 40.00, performed: 2027-02-10, custom_built: true}]}
                  - {event: hire, on: 2026-05-01, party: client, gross_last_12_months: 54000.00}
                  - {event: users, on: 2025-06-01, quantity: 120}
                  - {event: alert, at: "2025-06-01T02:00", priority: A}
                  - {event: breach, on: 2025-06-01, party: client, kind: prohibited_use, mendable: false}
                """);
        facts.record(List.of(told), "one");
        assertThat(facts.read("EV-1", Long.MAX_VALUE)).contains(told);
    }

    private static final String SUBSCRIPTION = """
            terms: teachup-2022-05
            contract:
              id: %s
              start: 2025-03-01
              items:
                - {id: platform, price: %s, per: year, from: 2025-03-01}
                - {id: help, kind: option, price: 100.00, per: year, from: 2025-03-01}
            """;

    private static final String USES = """
            events:
              - {event: users, on: 2025-06-01, quantity: 1}
              - {event: users, on: 2025-06-02, quantity: 2}
              - {event: users, on: 2025-06-03, quantity: 3}
            """;

    @Test
    @DisplayName("a change adds versions of what changed alone; what was known before can be read as it was")
    void versions() {
        Dossier before = dossier(SUBSCRIPTION.formatted("V-1", "1000.00") + USES);
        Dossier after = dossier(SUBSCRIPTION.formatted("V-1", "1200.00") + """
                events:
                  - {event: users, on: 2025-06-03, quantity: 3}
                  - {event: users, on: 2025-06-01, quantity: 1}
                  - {event: users, on: 2025-05-01, quantity: 9}
                  - {event: users, on: 2025-06-02, quantity: 2}
                """);
        long first = facts.record(List.of(before), "first").recording();
        Dossiers.RecordingCounts second = facts.record(List.of(after), "second");
        assertThat(second.changed()).isEqualTo(1);
        // the price, the event that moved to the front, and the new one between two that stay
        assertThat(second.versions()).isEqualTo(3);
        assertThat(facts.read("V-1", first)).contains(before);
        assertThat(facts.read("V-1", second.recording())).contains(after);
        assertThat(facts.read("V-1", first - 1)).isEmpty();
    }

    @Test
    @DisplayName("what is not told any more ends, and lives again when it is told again")
    void removal() {
        Dossier whole = dossier(SUBSCRIPTION.formatted("R-1", "1000.00") + USES);
        Dossier less = dossier(SUBSCRIPTION.formatted("R-1", "1000.00"));
        facts.record(List.of(whole), "whole");
        Dossiers.RecordingCounts second = facts.record(List.of(less), "less");
        assertThat(second.versions()).isEqualTo(3);
        assertThat(facts.read("R-1", second.recording())).contains(less);
        Dossiers.RecordingCounts third = facts.record(List.of(whole), "whole again");
        assertThat(facts.read("R-1", third.recording())).contains(whole);
        assertThat(facts.read("R-1", second.recording())).contains(less);
    }

    @Test
    @DisplayName("nothing billed before and nothing said about it stay apart")
    void billed() {
        Dossier silent = dossier(SUBSCRIPTION.formatted("B-1", "1000.00"));
        Dossier none = dossier(SUBSCRIPTION.formatted("B-1", "1000.00") + "billed: []\n");
        facts.record(List.of(silent), "silent");
        assertThat(facts.read("B-1", Long.MAX_VALUE)).contains(silent);
        facts.record(List.of(none), "none");
        assertThat(facts.read("B-1", Long.MAX_VALUE)).contains(none);
    }

    @Test
    @DisplayName("a contract told twice stores nothing of the whole import")
    void twice() {
        Dossier one = dossier(SUBSCRIPTION.formatted("T-1", "1.00"));
        assertThatThrownBy(() -> facts.record(List.of(one, one), "twice")).hasMessage("the contract T-1 is told twice");
        assertThat(facts.read("T-1", Long.MAX_VALUE)).isEmpty();
    }

    @Test
    @DisplayName("the watermark waits for what is being stored, so that nothing appears below it later")
    void watermark() {
        long before = facts.watermark();
        CompletableFuture<Long> mark = DATABASE.tx().execute(status -> {
            Recordings.lock(DATABASE.client());
            Recordings.open(DATABASE.client(), "under way");
            CompletableFuture<Long> asked = CompletableFuture.supplyAsync(facts::watermark);
            assertThatThrownBy(() -> asked.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return asked;
        });
        assertThat(mark.join()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("facts are never changed or deleted, whoever asks")
    void onlyAdded() {
        facts.record(List.of(dossier(SUBSCRIPTION.formatted("O-1", "1.00"))), "one");
        assertThatThrownBy(() -> DATABASE.client()
                        .sql("update item set price = 2 where contract_id = 'O-1'")
                        .update())
                .hasMessageContaining("rows of item are only ever added");
    }

    private static Dossier dossier(String text) {
        return READER.read("test.yaml", text.getBytes(StandardCharsets.UTF_8)).dossier();
    }
}
