-- The tests of workbooks and the findings that they accept decide nothing and are no part of a rule book; they are kept beside it
-- for whoever edits its workbooks next. Of a workbook the last row counts; without one nothing is known.
create table rule_book_helper (
    id       bigint generated always as identity primary key,
    book     text not null references rule_book,
    workbook text collate "C" not null,
    content  text not null,
    at       timestamptz not null default now()
);
create index helper_of_book on rule_book_helper (book, workbook, id);
create trigger only_added before update or delete or truncate on rule_book_helper for each statement execute function refuse_change();
