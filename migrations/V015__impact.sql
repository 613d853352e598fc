-- The portfolio under two rule books: what a proposed book would change, beside the one that decides now.

-- against: the book that decides now, when the run compares another one with it; it stores no documents.
alter table run add column against text references rule_book,
    add constraint run_against check (against is null or preview and kind = 'bill');

-- What a chunk of contracts, up to one of them, comes to under both books; contracts that either cannot decide are left out.
create table impact_total (
    run      bigint not null references run,
    up_to    text collate "C" not null,
    currency text not null,
    subject  text not null check (subject in ('bill', 'tax', 'late', 'service_level')),
    before   numeric not null,
    after    numeric not null,
    primary key (run, up_to, currency, subject)
);

-- A line that differs; before or after is null where only one book has it. clauses, rows: what the difference is put down to.
create table impact_line (
    run         bigint not null references run,
    contract_id text collate "C" not null,
    position    integer not null check (position > 0),
    currency    text not null,
    subject     text not null check (subject in ('bill', 'tax', 'late', 'service_level')),
    item        text not null,
    what        text not null,
    from_day    date not null,
    to_day      date not null,
    on_day      date not null,
    before      numeric,
    after       numeric,
    clauses     text collate "C" not null,
    rows        text collate "C" not null,
    primary key (run, contract_id, position),
    check (before is not null or after is not null)
);

-- A question that one book or both cannot answer.
create table impact_failure (
    run         bigint not null references run,
    contract_id text collate "C" not null,
    subject     text not null check (subject in ('bill', 'late', 'service_level')),
    from_day    date not null,
    to_day      date not null,
    side        text not null check (side in ('old', 'new', 'both')),
    code        text not null,
    message     text not null,
    primary key (run, contract_id, subject, from_day, to_day)
);
