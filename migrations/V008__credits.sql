-- An invoice is cancelled by a credit note of its own, which belongs to no run and is the exact negative of the invoice: it has
-- the same lines and taxes, which are stored once, with the invoice.

alter table invoice alter column run drop not null,
    add constraint invoice_of_no_run check (run is not null or kind = 'credit_note' and corrects is not null);

create or replace function refuse_without_run() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct run, book from added) a
               where a.run is not null and not exists (select from run r where r.id = a.run)
               or not exists (select from rule_book b where b.version = a.book)) then
        raise exception 'a row of % is of a run or a rule book that does not exist', tg_table_name
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create index invoice_corrects on invoice (corrects) where corrects is not null;

-- rebills: number of the credited invoice in whose place the run bills one contract.
-- ignores_credits: runs before credit notes counted claimed all of an invoice, and are replayed so.
alter table run add column rebills text, add column ignores_credits boolean not null default false;
update run set ignores_credits = true;

-- rebilled_by: from this run on the lines of the invoice do not count as billed; null: they always do.
create table cancellation (
    invoice     bigint primary key references invoice,
    credit_note bigint not null unique references invoice,
    reason      text not null check (reason <> ''),
    rebilled_by bigint references run,
    recording   bigint not null references recording
);
create trigger only_added before update or delete or truncate on cancellation for each statement execute function refuse_change();

-- A window that is cut where another rule book comes into force is previewed in parts: each counts as billed what the ones
-- before it show. follows: the preview of the part before. followed: another part comes, which needs what this one took stock of.
alter table run add column follows bigint references run, add column followed boolean not null default false;

create table preview_opening (
    run         bigint not null references run,
    contract_id text collate "C" not null,
    up_to       date not null,
    primary key (run, contract_id)
);

create table preview_opening_line (
    run          bigint not null,
    contract_id  text collate "C" not null,
    item         text not null,
    reason       text not null,
    first_day    date not null,
    supersession integer not null,
    last_day     date not null,
    amount       numeric not null,
    on_day       date not null,
    primary key (run, contract_id, item, reason, first_day, supersession),
    foreign key (run, contract_id) references preview_opening on delete cascade
);
