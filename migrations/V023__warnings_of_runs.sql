-- What the rules told the reader of a contract while it was billed, with the decision as it is explained.
create table run_warning (
    run         bigint not null references run,
    contract_id text collate "C" not null,
    position    integer not null check (position > 0),
    code        text not null,
    decision    text not null,
    primary key (run, contract_id, position)
);
create trigger only_added before update or delete on run_warning for each row execute function refuse_change_of_run();
create trigger kept before truncate on run_warning for each statement execute function refuse_change();
