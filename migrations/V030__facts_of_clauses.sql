-- What the clauses of the second part of the clause book ask of a contract, an item and a client.
alter table contract add column gift_code boolean not null default false;
alter table item add column plan text check (plan in ('master'));
alter table customer add column subsidiary_pct numeric check (subsidiary_pct between 0 and 100);
