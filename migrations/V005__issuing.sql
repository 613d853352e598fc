-- Issuing: what is issued has a number and a day, in a row of its own that is only ever added.

-- A series counts from 1 without gaps, in the order of its days; its row is the lock under which numbers are given.
create table series (
    name        text primary key check (name ~ '^[A-Z]+[0-9]{4}$'),
    last_number bigint not null default 0 check (last_number >= 0),
    last_day    date
);

-- recording: places the issue among what became known, so that a replay sees what a run saw.
create table issued (
    series     text not null,
    number     bigint not null check (number > 0),
    invoice    bigint references invoice,
    debit_note bigint references debit_note,
    on_day     date not null,
    recording  bigint not null,
    primary key (series, number),
    check ((invoice is null) <> (debit_note is null))
);
create unique index issued_invoice on issued (invoice) where invoice is not null;
create unique index issued_debit_note on issued (debit_note) where debit_note is not null;

create function number_of(series text, number bigint) returns text immutable parallel safe
    return series || '-' || lpad(number::text, greatest(6, length(number::text)), '0');

-- Runs before issuing existed claimed on drafts, and are replayed so.
alter table run add column on_drafts boolean not null default false;
update run set on_drafts = true;

drop trigger issued on invoice;
drop trigger issued on debit_note;
alter table invoice drop column number, drop column state;
alter table debit_note drop column state;
alter table preview_invoice drop column number, drop column state;
alter table preview_note drop column state;

create or replace function refuse_change_of_issued() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'invoice' and exists (select from issued where invoice = old.id)
       or tg_table_name = 'debit_note' and exists (select from issued where debit_note = old.id) then
        raise exception '% % is issued and does not change any more', tg_table_name, old.name using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create or replace function refuse_change_below_issued() returns trigger language plpgsql as $$
begin
    if exists (select from issued where invoice = old.invoice) then
        raise exception 'the invoice of this row of % is issued and does not change any more', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create or replace function refuse_change_below_issued_note() returns trigger language plpgsql as $$
begin
    if exists (select from issued where debit_note = old.debit_note) then
        raise exception 'the debit note of this row is issued and does not change any more' using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger issued before update or delete on invoice for each row execute function refuse_change_of_issued();
create trigger issued before update or delete on debit_note for each row execute function refuse_change_of_issued();
create trigger only_added before update or delete or truncate on issued for each statement execute function refuse_change();
