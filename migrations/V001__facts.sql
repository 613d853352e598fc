-- What we are told, as versions that are only ever added. Known at a recording: of each fact the version with the
-- highest recording up to it, unless that version says that the fact was removed.

create table recording (
    id          bigint generated always as identity primary key,
    recorded_at timestamptz not null default now(),
    source      text not null
);

-- contract_id sorts by bytes, so that chunks follow each other in one order everywhere.
-- number: the fact's name within contract and table, kept for good. place: its order among its like.
create table contract (
    contract_id    text collate "C" not null,
    number         integer not null check (number = 1),
    recording      bigint not null references recording,
    removed        boolean not null,
    place          numeric not null,
    terms          text not null,
    language       text not null check (language in ('fr', 'en')),
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    statutes       boolean not null,
    billed_stated  boolean not null,
    starts         date not null,
    term_kind      text not null check (term_kind in ('stated', 'open_ended', 'of_the_terms')),
    term_months    integer check (term_months > 0),
    payment_days   integer check (payment_days >= 0),
    payment_rule   text not null check (payment_rule in ('net', 'eom_a', 'eom_b')),
    plan           text check (plan in ('yearly', 'monthly')),
    billing_every  text check (billing_every in ('month', 'quarter', 'half_year', 'year')),
    billing_timing text check (billing_timing in ('advance', 'arrears')),
    anchor_day     integer check (anchor_day between 1 and 31),
    proration      text check (proration in ('daily', 'remaining_months', 'none')),
    revision_index text,
    base_month     text check (base_month ~ '^[0-9]{4}-[0-9]{2}$'),
    share          numeric,
    cap_pct        numeric,
    floor_pct      numeric,
    decimals       integer,
    export_modules integer check (export_modules >= 0),
    primary key (contract_id, number, recording),
    check ((term_kind = 'stated') = (term_months is not null)),
    check ((billing_every is null) = (billing_timing is null)),
    check ((revision_index is null) = (base_month is null) and (revision_index is null) = (share is null))
);

create table customer (
    contract_id    text collate "C" not null,
    number         integer not null check (number = 1),
    recording      bigint not null references recording,
    removed        boolean not null,
    place          numeric not null,
    id             text,
    country        text check (country ~ '^[A-Z]{2}$'),
    professional   boolean not null,
    vat_id         text,
    public_buyer   boolean not null,
    insolvent_from date,
    primary key (contract_id, number, recording)
);

create table item (
    contract_id text collate "C" not null,
    number      integer not null check (number > 0),
    recording   bigint not null references recording,
    removed     boolean not null,
    place       numeric not null,
    id          text not null,
    kind        text not null check (kind in ('subscription', 'option', 'usage', 'service')),
    quantity    numeric not null check (quantity >= 0),
    price       numeric not null check (price >= 0),
    per         text not null check (per in ('month', 'quarter', 'half_year', 'year', 'unit', 'hour')),
    first_day   date not null,
    last_day    date check (last_day >= first_day),
    vat_pct     numeric check (vat_pct between 0 and 100),
    primary key (contract_id, number, recording)
);

create table other_contract (
    contract_id             text collate "C" not null,
    number                  integer not null check (number > 0),
    recording               bigint not null references recording,
    removed                 boolean not null,
    place                   numeric not null,
    id                      text not null,
    total                   numeric not null,
    reversibility_requested boolean not null,
    primary key (contract_id, number, recording)
);

-- Lines that were invoiced elsewhere before, as the dossier states them.
create table billed_before (
    contract_id text collate "C" not null,
    number      integer not null check (number > 0),
    recording   bigint not null references recording,
    removed     boolean not null,
    place       numeric not null,
    item        text not null,
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    amount      numeric not null check (amount >= 0),
    reason      text not null check (reason in ('recurring', 'added', 'usage', 'upgrade', 'overstay', 'run_on', 'remaining',
                                                'service', 'unused', 'correction')),
    on_day      date not null,
    primary key (contract_id, number, recording)
);

-- Invoices that were issued elsewhere.
create table invoice_received (
    contract_id   text collate "C" not null,
    number        integer not null check (number > 0),
    recording     bigint not null references recording,
    removed       boolean not null,
    place         numeric not null,
    id            text not null,
    issued        date not null,
    due           date check (due >= issued),
    amount        numeric not null check (amount >= 0),
    disputed_from date,
    disputed_to   date check (disputed_to >= disputed_from),
    primary key (contract_id, number, recording),
    check (disputed_to is null or disputed_from is not null)
);

create table payment_received (
    contract_id text collate "C" not null,
    number      integer not null check (number > 0),
    recording   bigint not null references recording,
    removed     boolean not null,
    place       numeric not null,
    invoice_id  text not null,
    on_day      date not null,
    amount      numeric not null,
    primary key (contract_id, number, recording)
);

-- Interest and fees that debit notes from elsewhere claimed.
create table claimed_before (
    contract_id text collate "C" not null,
    number      integer not null check (number > 0),
    recording   bigint not null references recording,
    removed     boolean not null,
    place       numeric not null,
    invoice_id  text not null,
    kind        text not null check (kind in ('interest', 'fee')),
    amount      numeric not null,
    on_day      date not null,
    primary key (contract_id, number, recording)
);

create table event (
    contract_id text collate "C" not null,
    number      integer not null check (number > 0),
    recording   bigint not null references recording,
    removed     boolean not null,
    place       numeric not null,
    kind        text not null check (kind ~ '^[a-z][a-z0-9_]*$'),
    on_day      date not null,
    payload     jsonb not null,
    primary key (contract_id, number, recording)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
    fact text;
begin
    foreach fact in array array['recording', 'contract', 'customer', 'item', 'other_contract', 'billed_before',
                                'invoice_received', 'payment_received', 'claimed_before', 'event'] loop
        execute format('create trigger only_added before update or delete or truncate on %I
                        for each statement execute function refuse_change()', fact);
    end loop;
end $$;
