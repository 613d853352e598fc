package org.prorata.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.DossierReader;
import org.prorata.contract.document.Problem;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.facts.Intake;

class IncomingTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final String DOSSIER = """
            terms: standard
            contract:
              id: %s
              start: 2026-01-01
              term_months: null
              billing: {every: month, timing: arrears}
              items:
                - {id: seats, price: 10.00, per: month, from: 2026-01-01}
                - {id: hours, kind: usage, price: 50.00, per: hour, from: 2026-01-01}
            """;

    @TempDir
    private Path folder;

    private final Dossiers facts = new Dossiers(DATABASE.session());

    @Test
    @DisplayName("a row is stored once; bad ones go into a file of rejects that can be mended and imported")
    void once() throws IOException {
        told(DOSSIER.formatted("A-1"), DOSSIER.formatted("A-2"));
        Path file = file("usage.csv", """
                id,contract,item,on,quantity,status
                A1,A-1,hours,2026-09-03,1.5,held
                A2,A-2,hours,2026-09-04,,
                A3,A-1,minutes,2026-09-05,1,held
                A1,A-1,hours,2026-09-03,1.50,held
                A2,A-2,hours,2026-09-04,2,held
                A4,A-9,hours,2026-09-04,2,held,
                """);
        Path rejects = folder.resolve("rejects.csv");
        Received checked = incoming(Feed.USAGE).check(file, rejects);
        assertThat(events("A-1")).isEmpty();
        Received received = incoming(Feed.USAGE).receive(file, rejects);
        assertThat(received).isEqualTo(checked);
        assertThat(List.of(received.rows(), received.stored(), received.known(), received.rejected()))
                .containsExactly(6L, 2L, 1L, 3L);
        assertThat(events("A-1")).containsExactly(usage("2026-09-03", "1.5"));
        assertThat(rejects).content().isEqualTo("""
                reason,id,contract,item,on,quantity,status
                "item: ""minutes"" is not one of the items: seats, hours",A3,A-1,minutes,2026-09-05,1,held
                "id: ""A2"" stands on line 3 already with other content: quantity ""1"" there and ""2"" here; the same content again or \
                a new id is allowed",A2,A-2,hours,2026-09-04,2,held
                has 7 cells; the header names 6 columns,A4,A-9,hours,2026-09-04,2,held,
                """);
        Path mended = Files.writeString(
                folder.resolve("mended.csv"), Files.readString(rejects).replace(",minutes,", ",hours,"));
        Received second = incoming(Feed.USAGE).receive(mended, rejects);
        assertThat(List.of(second.stored(), second.rejected())).containsExactly(1L, 2L);
        assertThat(second.problems().get(0))
                .hasToString(mended + ":3 id: \"A2\" is stored already with other content: quantity"
                        + " \"1\" there and \"2\" here; the same content again or a new id is allowed");
        assertThat(rejects)
                .content()
                .as("the reason is told anew")
                .startsWith("reason,id,contract")
                .hasLineCount(3);
        assertThat(events("A-1")).containsExactly(usage("2026-09-03", "1.5"), usage("2026-09-05", "1"));
        Received again = incoming(Feed.USAGE).receive(file, null);
        assertThat(List.of(again.stored(), again.known())).containsExactly(0L, 3L);
    }

    @Test
    @DisplayName("events by rows are the same facts as by a dossier, as a French spreadsheet writes them too")
    void sameFacts() throws IOException {
        Dossier whole = dossier(DOSSIER.formatted("S-1") + """
                events:
                  - {event: termination_notice, on: 2026-05-01, presented: 2026-05-03, channel: registered_letter, by: client, cause: convenience, end: 2026-06-30}
                  - {event: usage, on: 2026-04-10, item: hours, quantity: 1234.5, status: cancelled_late}
                  - {event: use_after_end, until: 2026-07-03}
                  - {event: outage, from: "2026-04-10T09:00", to: "2026-04-10T11:30", kind: full, cause: provider}
                  - {event: claim, on: 2026-05-02, about: service_level, month: 2026-04}
                  - {event: reversibility_request, on: 2026-04-01, modules: 12, services: [{id: chat, cost: 40.00, custom_built: true}, {id: mail, cost: 1}]}
                  - {event: breach, on: 2026-06-01, party: client, kind: other, mendable: true}
                """);
        told(DOSSIER.formatted("S-1"));
        Received received =
                incoming(Feed.EVENTS).receive(file("events.csv", "\uFEFF" + """
                id;contract;event;on;presented;channel;by;cause;end;item;quantity;status;until;from;to;kind;about;month;modules;services;party;mendable
                1;S-1;termination_notice;01/05/2026;3/5/2026;registered_letter;client;convenience;30/06/2026;;;;;;;;;;;;;
                2;S-1;usage;10/04/2026;;;;;;hours;1\u202F234,5;cancelled_late;;;;;;;;;;
                3;S-1;use_after_end;;;;;;;;;;2026-07-03;;;;;;;;;
                4;S-1;outage;;;;;provider;;;;;;10/04/2026 09:00;2026-04-10 11:30;full;;;;;;
                5;S-1;claim;02/05/2026;;;;;;;;;;;;;service_level;2026-04;;;;
                6;S-1;reversibility_request;01/04/2026;;;;;;;;;;;;;;;12;"[{id: chat, cost: 40.00, custom_built: true}, {id: mail, cost: 1}]";;
                7;S-1;breach;01/06/2026;;;;;;;;;;;;other;;;;;client;VRAI
                """.replace("\n", "\r\n")), null);
        assertThat(received.problems()).isEmpty();
        assertThat(facts.read("S-1", Long.MAX_VALUE)).contains(whole);
    }

    @Test
    @DisplayName("a dossier told again leaves alone what came in by rows, and new facts stand behind all others")
    void besideDossiers() throws IOException {
        String users =
                "events:\n  - {event: users, on: 2026-02-01, quantity: 1}\n  - {event: users, on: 2026-02-02, quantity: 2}\n";
        told(DOSSIER.formatted("B-1") + users);
        incoming(Feed.USAGE)
                .receive(
                        file("one.csv", "id,contract,item,on\nB1,B-1,hours,2026-03-01\nB2,B-1,hours,2026-03-02\n"),
                        null);
        told(DOSSIER.formatted("B-1") + users
                + "  - {event: usage, on: 2026-03-02, item: hours}\n  - {event: users, on: 2026-02-03, quantity: 3}\n");
        incoming(Feed.USAGE).receive(file("two.csv", "id,contract,item,on\nB3,B-1,hours,2026-03-03\n"), null);
        assertThat(events("B-1").stream().map(event -> event.on().getDayOfMonth()))
                .containsExactlyInAnyOrder(1, 2, 1, 2, 3, 3)
                .endsWith(3);
        long before = facts.watermark();
        told(DOSSIER.formatted("B-1"));
        assertThat(events("B-1"))
                .containsExactly(usage("2026-03-01", "1"), usage("2026-03-02", "1"), usage("2026-03-03", "1"));
        assertThat(facts.read("B-1", before).orElseThrow().events()).hasSize(6);
        Received again = incoming(Feed.USAGE).receive(folder.resolve("one.csv"), null);
        assertThat(again.known()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "a contract in many chunks gets one number and place after the other, also when another import comes between")
    void chunks() throws IOException {
        told(DOSSIER.formatted("C-1"));
        StringBuilder rows = new StringBuilder("id,contract,item,on\n");
        for (int i = 1; i <= 25; i++) {
            rows.append("C")
                    .append(i)
                    .append(",C-1,hours,2026-03-")
                    .append(String.format("%02d", i))
                    .append('\n');
        }
        Incoming small = new Incoming(DATABASE.session(), Feed.USAGE, TODAY, 4);
        assertThat(small.check(file("chunks.csv", rows.toString()), null).stored())
                .isEqualTo(25);
        small.receive(folder.resolve("chunks.csv"), null);
        incoming(Feed.EVENTS)
                .receive(file("other.csv", "id,contract,event,on,quantity\nC,C-1,users,2026-04-01,3\n"), null);
        small.receive(file("more.csv", "id,contract,item,on\nC26,C-1,hours,2026-05-01\n"), null);
        assertThat(events("C-1").stream().map(Event::on)).isSorted().hasSize(27);
        assertThat(DATABASE.client()
                        .sql("select count(distinct recording) from event where contract_id = 'C-1'")
                        .query(Long.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    @DisplayName(
            "imports record one after the other, and a run's watermark waits for the one that stores; for a trial it need not wait")
    void turns() throws IOException {
        told(DOSSIER.formatted("W-1"));
        Path file = file("turns.csv", "id,contract,item,on\nW1,W-1,hours,2026-03-01\n");
        long before = facts.watermark();
        Intake intake = new Intake(DATABASE.session());
        List<CompletableFuture<?>> waiting = intake.inTurn(() -> {
            assertThat(intake.recording("under way")).isGreaterThan(before);
            CompletableFuture<Received> second =
                    CompletableFuture.supplyAsync(() -> incoming(Feed.USAGE).receive(file, null));
            CompletableFuture<Long> mark = CompletableFuture.supplyAsync(facts::watermark);
            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> mark.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return List.of(second, mark);
        });
        waiting.forEach(CompletableFuture::join);
        long after = facts.watermark();
        Intake trial = new Intake(DATABASE.session());
        long mark = trial.trial(() -> {
            assertThat(trial.<Long>inTurn(() -> trial.recording("trial"))).isEqualTo(after);
            return CompletableFuture.supplyAsync(facts::watermark)
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(mark).isEqualTo(after);
    }

    @Test
    @DisplayName("a line of a gigabyte, a file that is not UTF-8 to its end: refused whole, and nothing is stored")
    void unreadable() throws IOException {
        told(DOSSIER.formatted("H-1"));
        Path huge = file("huge.csv", "id,contract,item,on\nH1,H-1,hours,2026-03-01\n");
        try (var grown = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            grown.setLength(1L << 30);
        }
        assertThat(refused(huge))
                .containsExactly(huge + ":3: a cell has more than 10000 characters, or the row more than 100000"
                        + " characters or 1000 cells; or a quote that opens here is never closed");
        StringBuilder rows = new StringBuilder("id,contract,item,on\n");
        for (int i = 0; i < 30_000; i++) {
            rows.append("H").append(i).append(",H-1,hours,2026-03-01\n");
        }
        Path latin = Files.write(
                folder.resolve("latin.csv"), (rows + "é,H-1,hours,2026-03-01\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(latin)).containsExactly(latin + ":30002: is not UTF-8 text; save the file as CSV UTF-8");
        assertThat(refused(folder.resolve("none.csv"))).containsExactly(folder.resolve("none.csv") + ": no such file");
        assertThat(refused(folder)).containsExactly(folder + ": is a directory; a CSV file is wanted");
        Path own = file("own.csv", "id,contract,item,on\nH1,H-1,hours,2026-03-01\n");
        assertThatThrownBy(() -> incoming(Feed.USAGE).receive(own, own))
                .hasMessageContaining("rejected rows go to another one");
        assertThat(own).content().contains("H1");
        assertThat(events("H-1")).isEmpty();
    }

    @Test
    @DisplayName(
            "a plan change that contradicts a stored one is rejected with its line, also one that a dossier tells, until the first is withdrawn")
    void contradictions() throws IOException {
        String change = "events:\n  - {event: plan_change, on: 2026-03-01, item: seats, price: %s}\n";
        Path dossier = file("dossier.yaml", DOSSIER.formatted("D-1") + change.formatted("8.00"));
        Importer importer = new Importer(DATABASE.session(), new DossierReader(TestBook.terms()));
        importer.files(List.of(dossier), "test");
        String header = "id,contract,event,on,item,price\n";
        Path rows = file(
                "changes.csv",
                header + "D1,D-1,plan_change,2026-03-01,seats,9.00\nD2,D-1,plan_change,2026-03-01,seats,8.0\n"
                        + "D3,D-1,plan_change,2026-04-01,seats,7.00\n");
        Received received = incoming(Feed.EVENTS).receive(rows, null);
        assertThat(received.problems())
                .hasToString("[" + rows + ":2 on: two plan changes of seats on 2026-03-01: price 8.00 in the"
                        + " dossier and price 9.00 here; one is allowed]");
        assertThat(List.of(received.stored(), received.rejected())).containsExactly(2L, 1L);
        Path more = file("more.csv", header + "D4,D-1,plan_change,2026-04-01,seats,7.01\n");
        assertThat(incoming(Feed.EVENTS).receive(more, null).problems())
                .hasToString("[" + more + ":2 on: two plan changes of seats on"
                        + " 2026-04-01: price 7.00 under the id \"D3\" and price 7.01 here; one is allowed]");
        Path other = file(
                "other.yaml",
                DOSSIER.formatted("D-1") + change.formatted("5.00").replace("03-01", "04-01"));
        assertThatThrownBy(() -> importer.files(List.of(other), "test"))
                .hasMessage(
                        other + " events[0].on: two plan changes of seats on"
                                + " 2026-04-01: price 7.00 under the id \"D3\" of events import and price 5.00 here; one is allowed");
        assertThat(new Withdrawing(DATABASE.session(), Feed.EVENTS)
                        .ids(List.of("D3"), "wrong")
                        .withdrawn())
                .isEqualTo(1);
        assertThat(importer.files(List.of(other), "test").changed()).isEqualTo(1);
        assertThat(incoming(Feed.EVENTS).receive(more, null).rejected()).isEqualTo(1);
        String exported = org.prorata.contract.document.DossierWriter.yaml(
                facts.read("D-1", Long.MAX_VALUE).orElseThrow(), null);
        assertThat(importer.files(List.of(file("exported.yaml", exported)), "test")
                        .dossiers())
                .isEqualTo(1);
    }

    private List<String> refused(Path file) {
        try {
            incoming(Feed.USAGE).receive(file, null);
            return List.of();
        } catch (DossierErrors e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    private static Incoming incoming(Feed feed) {
        return new Incoming(DATABASE.session(), feed, TODAY);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<Event> events(String contract) {
        return facts.read(contract, Long.MAX_VALUE).orElseThrow().events();
    }

    private static Event.Usage usage(String on, String quantity) {
        return new Event.Usage(
                LocalDate.parse(on), "hours", new java.math.BigDecimal(quantity), Event.UsageStatus.HELD);
    }

    private void told(String... texts) {
        facts.record(java.util.Arrays.stream(texts).map(IncomingTest::dossier).toList(), "told");
    }

    private static Dossier dossier(String text) {
        return new DossierReader(TestBook.terms())
                .read("test.yaml", text.getBytes(StandardCharsets.UTF_8))
                .dossier();
    }
}
