package org.prorata.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.access.IdentityRefused;
import org.prorata.access.Role;
import org.prorata.run.TestBook;
import org.prorata.run.Told;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;

@DisplayName("Two callers at once in one process")
class CallersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int ROUNDS = 30;

    private final Application application = new Application(
            DATABASE.database(),
            AuditKeys.of(Path.of("target", "test-callers"), new Properties(), Map.of()),
            TestBook::book);

    @Test
    @DisplayName("each write many rows, which bear each one's own name, in the facts and in the audit log")
    void signedWithTheirOwnNames() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of(
                    threads.submit(() -> write("alice", together)), threads.submit(() -> write("bob", together)));
            for (Future<?> one : both) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(written("""
                select r.author || ' ' || split_part(c.contract_id, '-', 1) from contract c join recording r on r.id = c.recording""")).hasSize(2 * ROUNDS).containsOnly("alice alice", "bob bob");
        assertThat(written("select actor || ' ' || subject from audit_entry where action = 'test.written'"))
                .hasSize(2 * ROUNDS)
                .containsOnly("alice alice", "bob bob");
    }

    /** Both are within a transaction at the same time, on connections of the same pool. */
    private Void write(String name, CyclicBarrier together) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Session session = application.session(caller(name, EnumSet.allOf(Role.class)), AccessRight.BILL);
            String contract = name + "-" + i;
            session.tx().executeWithoutResult(status -> {
                meet(together);
                Told.dossiers(session, """
                        terms: standard
                        customer: {id: C, country: FR}
                        contract: {id: %s, start: 2026-01-01, term_months: null, billing: {every: month, timing: advance}, items: [{id: i, kind: subscription, quantity: 1, price: 10.00, per: month, from: 2026-01-01}]}
                        """.formatted(contract));
            });
            session.audit().append("test.written", name, Map.of("contract", contract));
        }
        return null;
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("one who may not is refused under the own name, whatever the other may")
    void refusedUnderTheOwnName() {
        Session allowed = application.session(caller("carol", Set.of(Role.BILLING)), AccessRight.BILL);
        assertThatThrownBy(() -> application.session(caller("dave", Set.of(Role.AUDITOR)), AccessRight.BILL))
                .isInstanceOf(IdentityRefused.class);
        assertThat(allowed.caller().name()).isEqualTo("carol");
        assertThat(written("select actor from audit_entry where actor in ('carol', 'dave')"))
                .containsExactly("dave");
    }

    private static Caller caller(String name, Set<Role> roles) {
        return new Caller(new Identity(name, roles, true), Locale.ENGLISH, LocalDate.of(2026, 12, 1));
    }

    private static List<String> written(String sql) {
        return DATABASE.client().sql(sql).query(String.class).list();
    }
}
