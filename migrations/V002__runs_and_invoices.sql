-- What Prorata concluded: rule books, runs, invoices with their lines, debit notes. Every line, tax and total keeps its
-- decision as the canonical text that a replay compares.

create table rule_book (
    version     text primary key check (version ~ '^[0-9a-f]{16}$'),
    rules       text not null,
    tables      text not null,
    calculation integer not null check (calculation > 0),
    recorded_at timestamptz not null default now(),
    valid_from  date
);

create table run (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('bill', 'late')),
    from_day    date,
    to_day      date check (to_day >= from_day),
    on_day      date,
    known_at    bigint not null check (known_at >= 0),
    book        text not null references rule_book,
    calculation integer not null,
    started     timestamptz not null default now(),
    ended       timestamptz,
    state       text not null default 'running'
                check (state in ('running', 'done', 'interrupted', 'failed_reconciliation')),
    contracts   bigint,
    billed      bigint,
    nothing_due bigint,
    parked      bigint,
    documents   bigint,
    lines       bigint,
    net         numeric,
    tax         numeric,
    gross       numeric,
    reconciled  boolean,
    message     text,
    check (kind = 'bill' and from_day is not null and to_day is not null and on_day is null
           or kind = 'late' and on_day is not null and from_day is null and to_day is null),
    check ((state = 'running') = (ended is null))
);

-- A contract that could not be decided in a run, and why.
create table parked (
    run         bigint not null references run,
    contract_id text collate "C" not null,
    code        text not null,
    message     text not null,
    primary key (run, contract_id)
);

-- What a contract's first bill run took as invoiced before its window; a row also when that is nothing.
create table opening (
    contract_id text collate "C" primary key,
    run         bigint not null references run,
    up_to       date not null
);

create table opening_line (
    contract_id  text collate "C" not null references opening,
    item         text not null,
    reason       text not null check (reason in ('recurring', 'added', 'usage', 'upgrade', 'overstay', 'run_on', 'remaining',
                                                 'service', 'unused', 'correction')),
    first_day    date not null,
    supersession integer not null check (supersession >= 0),
    last_day     date not null check (last_day >= first_day),
    amount       numeric not null check (amount >= 0),
    on_day       date not null,
    primary key (contract_id, item, reason, first_day, supersession)
);

create sequence invoice_id;
create sequence debit_note_id;

create table invoice (
    id          bigint primary key,
    run         bigint not null references run,
    contract_id text collate "C" not null,
    on_day      date not null,
    kind        text not null check (kind in ('invoice', 'credit_note')),
    state       text not null check (state in ('draft', 'issued')),
    name        text not null generated always as ('D-' || lpad(id::text, greatest(6, length(id::text)), '0')) stored,
    number      text unique,
    corrects    bigint references invoice,
    terms       text not null,
    currency    text not null,
    net         numeric not null,
    tax         numeric not null,
    gross       numeric not null,
    total       text not null,
    book        text not null references rule_book,
    known_at    bigint not null,
    unique (run, contract_id, on_day),
    check ((kind = 'credit_note') = (net < 0)),
    check (corrects is null or kind = 'credit_note'),
    check (number is null or state = 'issued'),
    check (gross = net + tax)
);
create index invoice_of_contract on invoice (contract_id, id);
create unique index invoice_name on invoice (name);

-- One line of a contract, item, reason and first day, and each that came after it: nothing is billed twice.
create table invoice_line (
    contract_id  text collate "C" not null,
    item         text not null,
    reason       text not null check (reason in ('recurring', 'added', 'usage', 'upgrade', 'overstay', 'run_on', 'remaining',
                                                 'service', 'unused', 'correction')),
    first_day    date not null,
    supersession integer not null check (supersession >= 0),
    invoice      bigint not null references invoice,
    position     integer not null check (position > 0),
    last_day     date not null check (last_day >= first_day),
    quantity     numeric,
    amount       numeric not null check (amount >= 0),
    on_day       date not null,
    catch_up     boolean not null,
    decision     text not null,
    primary key (contract_id, item, reason, first_day, supersession)
);
create unique index line_of_invoice on invoice_line (invoice, position);

create table invoice_tax (
    invoice  bigint not null references invoice,
    position integer not null check (position > 0),
    category text not null,
    rate_pct numeric not null,
    base     numeric not null,
    amount   numeric not null,
    decision text not null,
    primary key (invoice, position)
);

-- Money received for invoices of ours.
create table payment (
    external_id text primary key,
    invoice     bigint not null references invoice,
    on_day      date not null,
    amount      numeric not null,
    recording   bigint not null references recording
);
create index payment_of_invoice on payment (invoice);

create table debit_note (
    id          bigint primary key,
    run         bigint not null references run,
    contract_id text collate "C" not null,
    on_day      date not null,
    state       text not null check (state in ('draft', 'issued')),
    name        text not null unique generated always as ('DN-' || lpad(id::text, greatest(6, length(id::text)), '0')) stored,
    terms       text not null,
    currency    text not null,
    amount      numeric not null check (amount > 0),
    book        text not null references rule_book,
    known_at    bigint not null,
    unique (run, contract_id)
);
create index debit_note_of_contract on debit_note (contract_id, id);

-- invoice: one of ours; invoice_id: the id that the contract's invoices from elsewhere have. Exactly one is given.
create table debit_note_line (
    debit_note bigint not null references debit_note,
    position   integer not null check (position > 0),
    invoice    bigint references invoice,
    invoice_id text,
    kind       text not null check (kind in ('interest', 'fee')),
    amount     numeric not null check (amount > 0),
    decision   text not null,
    primary key (debit_note, position),
    check ((invoice is null) <> (invoice_id is null))
);

create function refuse_change_of_issued() returns trigger language plpgsql as $$
begin
    if old.state = 'issued' then
        raise exception '% % is issued and does not change any more', tg_table_name, old.name using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create function refuse_change_below_issued() returns trigger language plpgsql as $$
begin
    if (select state from invoice where id = old.invoice) = 'issued' then
        raise exception 'the invoice of this row of % is issued and does not change any more', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create function refuse_change_below_issued_note() returns trigger language plpgsql as $$
begin
    if (select state from debit_note where id = old.debit_note) = 'issued' then
        raise exception 'the debit note of this row is issued and does not change any more' using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger issued before update or delete on invoice for each row execute function refuse_change_of_issued();
create trigger issued before update or delete on debit_note for each row execute function refuse_change_of_issued();
create trigger issued before update or delete on invoice_line for each row execute function refuse_change_below_issued();
create trigger issued before update or delete on invoice_tax for each row execute function refuse_change_below_issued();
create trigger issued before update or delete on debit_note_line for each row execute function refuse_change_below_issued_note();

do $$
declare
    kept text;
begin
    foreach kept in array array['invoice', 'invoice_line', 'invoice_tax', 'debit_note', 'debit_note_line'] loop
        execute format('create trigger kept before truncate on %I for each statement execute function refuse_change()', kept);
    end loop;
    foreach kept in array array['rule_book', 'opening', 'opening_line', 'payment', 'parked'] loop
        execute format('create trigger only_added before update or delete or truncate on %I
                        for each statement execute function refuse_change()', kept);
    end loop;
end $$;
