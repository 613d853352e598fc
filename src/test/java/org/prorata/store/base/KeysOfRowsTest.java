package org.prorata.store.base;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeysOfRowsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    @DisplayName("lines, taxes and numbers of no invoice, and invoices of no run, are refused")
    void nothingIsLeftAlone() {
        refused("""
                insert into invoice_line (contract_id, item, reason, first_day, supersession, invoice, position, last_day, amount, on_day,
                catch_up, decision) values ('X', 'a', 'recurring', '2026-10-01', 0, 77, 1, '2026-10-31', 1, '2026-10-01', false, '{}')""", "a row of invoice_line is of invoice 77, which does not exist");
        refused(
                "insert into invoice_tax (invoice, position, category, rate_pct, base, amount, decision) values (78, 1, 'S', 20, 1, 1, '{}')",
                "a row of invoice_tax is of invoice 78, which does not exist");
        refused("""
                insert into invoice (id, run, contract_id, on_day, kind, terms, currency, net, tax, gross, total, book, known_at)
                values (1, 99, 'X', '2026-10-01', 'invoice', 'standard', 'EUR', 1, 0, 1, '{}', '0123456789abcdef', 1)""", "a row of invoice is of a run or a rule book that does not exist");
        refused(
                "insert into issued (series, number, invoice, on_day, recording) values ('F2026', 79, 79, '2026-10-01', 1)",
                "a number is of invoice 79, which does not exist");
    }

    @Test
    @DisplayName("an invoice does not go before its lines, gets none once it is issued, and a run never goes")
    void kept() {
        DATABASE.client()
                .sql(
                        "insert into rule_book (version, rules, tables, calculation) values ('0123456789abcdef', '', '', 1)")
                .update();
        DATABASE.client().sql("""
                insert into run (kind, from_day, to_day, known_at, book, calculation)
                values ('bill', '2026-10-01', '2026-10-31', 0, '0123456789abcdef', 1)""").update();
        DATABASE.client().sql("""
                insert into invoice (id, run, contract_id, on_day, kind, terms, currency, net, tax, gross, total, book, known_at)
                values (5, 1, 'X', '2026-10-01', 'invoice', 'standard', 'EUR', 1, 0, 1, '{}', '0123456789abcdef', 1)""").update();
        String line = """
                insert into invoice_line (contract_id, item, reason, first_day, supersession, invoice, position, last_day, amount, on_day,
                catch_up, decision) values ('X', 'a', 'recurring', '2026-10-01', %1$d, 5, %1$d, '2026-10-31', 1, '2026-10-01', false, '{}')""";
        DATABASE.client().sql(line.formatted(1)).update();
        refused("delete from invoice", "an invoice does not go before its lines and taxes");
        DATABASE.client()
                .sql(
                        "insert into issued (series, number, invoice, on_day, recording) values ('F2026', 1, 5, '2026-10-01', 1)")
                .update();
        refused(line.formatted(2), "invoice 5 is issued and does not change any more");
        refused("delete from invoice_line", "is issued and does not change any more");
        refused("update invoice set net = 2, gross = 2", "invoice D-000005 is issued and does not change any more");
        refused("delete from issued", "rows of issued are only ever added");
        refused("delete from run", "rows of run are never deleted");
    }

    private static void refused(String sql, String message) {
        assertThatThrownBy(() -> DATABASE.client().sql(sql).update()).hasStackTraceContaining(message);
    }
}
