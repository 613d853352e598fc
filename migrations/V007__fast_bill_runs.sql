-- A bill run stores a million lines, and a foreign key looks each of them up by itself: nearly half the time that storing a
-- line takes. What belongs to an invoice is looked up once for all rows of a statement instead; an invoice that is issued
-- gets no more rows, and one that has rows does not go before them.

create function refuse_without_invoice() returns trigger language plpgsql
-- a plan made while invoices were few would read all of them later
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
    missing bigint;
begin
    select a.invoice into missing from (select distinct invoice from added) a
    where not exists (select from invoice i where i.id = a.invoice) limit 1;
    if found then
        raise exception 'a row of % is of invoice %, which does not exist', tg_table_name, missing
            using errcode = 'foreign_key_violation';
    end if;
    select a.invoice into missing from (select distinct invoice from added) a
    where exists (select from issued i where i.invoice = a.invoice) limit 1;
    if found then
        raise exception 'invoice % is issued and does not change any more', missing using errcode = 'restrict_violation';
    end if;
    return null;
end $$;

create function refuse_with_rows() returns trigger language plpgsql as $$
begin
    if exists (select from gone g where exists (select from invoice_line l where l.invoice = g.id)
               or exists (select from invoice_tax t where t.invoice = g.id)) then
        raise exception 'an invoice does not go before its lines and taxes' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create function refuse_deleted() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger rows_go_first after delete on invoice referencing old table as gone
    for each statement execute function refuse_with_rows();

do $$
declare
    below text;
begin
    foreach below in array array['invoice_line', 'invoice_tax'] loop
        execute format('alter table %I drop constraint %I', below, below || '_invoice_fkey');
        execute format('create trigger of_an_invoice after insert on %I referencing new table as added
                        for each statement execute function refuse_without_invoice()', below);
        execute format('create trigger of_another_invoice after update on %I referencing new table as added
                        for each statement execute function refuse_without_invoice()', below);
    end loop;
end $$;

-- All invoices of a run name one run and one book, which has its own key to the book: a key here would lock those two rows a
-- hundred thousand times, for all workers at once.
alter table invoice drop constraint invoice_run_fkey, drop constraint invoice_book_fkey;

create function refuse_without_run() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct run, book from added) a where not exists (select from run r where r.id = a.run)
               or not exists (select from rule_book b where b.version = a.book)) then
        raise exception 'a row of % is of a run or a rule book that does not exist', tg_table_name
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger of_a_run after insert on invoice referencing new table as added
    for each statement execute function refuse_without_run();
create trigger of_another_run after update on invoice referencing new table as added
    for each statement execute function refuse_without_run();
create trigger kept_for_good before delete on run for each statement execute function refuse_deleted();
