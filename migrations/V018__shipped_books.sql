-- Books as a program brought them along: people edit their tables, and what they changed is carried onto those of the next program.
create table shipped_book (
    book text primary key references rule_book,
    at   timestamptz not null default now()
);
-- a database began with the book of its program; one with runs from before there were activations with the book of the last of them
insert into shipped_book (book) select book from activation where follows is null and proposal is null and back_to is null;
create trigger only_added before update or delete or truncate on shipped_book for each statement execute function refuse_change();

alter table proposal_finding drop constraint proposal_finding_kind_check;
alter table proposal_finding add constraint proposal_finding_kind_check check (kind in ('checks', 'tests', 'impact', 'carried'));
