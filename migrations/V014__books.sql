-- Which rule book is in force from which day: proposed by one person, approved by another, put in force from a day on. A book
-- is never changed, only followed, and so is every row here.

create table proposal (
    id     bigint generated always as identity primary key,
    book   text not null references rule_book,
    base   text not null references rule_book,
    author text not null check (author <> ''),
    reason text not null check (length(reason) between 1 and 500),
    at     timestamptz not null default now(),
    unique (id, author),
    check (book <> base)
);

-- What checks, tests and the portfolio said of a proposal; of each kind the last one counts. moved: the largest sum of the
-- differences of all contracts, each without its sign, in one currency.
create table proposal_finding (
    id       bigint generated always as identity primary key,
    proposal bigint not null references proposal,
    kind     text not null check (kind in ('checks', 'tests', 'impact')),
    summary  text not null,
    moved    numeric check (moved >= 0),
    at       timestamptz not null default now(),
    check ((kind = 'impact') = (moved is not null))
);
create index finding_of_proposal on proposal_finding (proposal, kind, id);

-- The proposal's author is repeated here so that the table itself keeps the two apart.
create table approval (
    proposal bigint primary key,
    author   text not null,
    by_whom  text not null check (by_whom <> ''),
    approved boolean not null,
    reason   text not null check (length(reason) between 1 and 500),
    at       timestamptz not null default now(),
    foreign key (proposal, author) references proposal (id, author),
    constraint two_persons check (by_whom <> author),
    unique (proposal, approved)
);

-- from_day: null from the beginning. It holds from its day on, also in place of what was to begin later. follows: the one before
-- it; each is followed once, so that of two at once one wins. back_to: the activation to which this one goes back, without a
-- proposal; the one before it is then another person's.
create table activation (
    id         bigint generated always as identity primary key,
    book       text not null references rule_book,
    from_day   date,
    proposal   bigint,
    approved   boolean check (approved),
    back_to    bigint references activation,
    follows    bigint unique,
    followed_by_whom text,
    by_whom    text not null check (by_whom <> ''),
    reason     text not null check (length(reason) between 1 and 500),
    at         timestamptz not null default now(),
    unique (id, by_whom),
    foreign key (proposal, approved) references approval (proposal, approved),
    foreign key (follows, followed_by_whom) references activation (id, by_whom),
    check ((proposal is null) = (approved is null)),
    check (num_nonnulls(proposal, back_to) = case when follows is null then 0 else 1 end),
    check ((follows is null) = (from_day is null)),
    check ((follows is null) = (followed_by_whom is null)),
    constraint two_persons check (back_to is null or by_whom <> followed_by_whom)
);
create unique index activation_first on activation ((follows is null)) where follows is null;

-- How much a proposal may move without being accepted once more; the last row counts, null: as much as it likes.
create table portfolio_limit (
    id      bigint generated always as identity primary key,
    amount  numeric check (amount >= 0),
    by_whom text not null check (by_whom <> ''),
    at      timestamptz not null default now()
);

-- The books of a bill run over days that had more than one until then: what fell due before its window stays as the book of its
-- day made it. The last one is the run's own.
create table run_book (
    run      bigint not null references run,
    position integer not null check (position > 0),
    from_day date,
    book     text not null references rule_book,
    primary key (run, position),
    check ((position = 1) or from_day is not null)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['proposal', 'proposal_finding', 'approval', 'activation', 'portfolio_limit', 'run_book'] loop
        execute format('create trigger only_added before update or delete or truncate on %I
                        for each statement execute function refuse_change()', kept);
    end loop;
end $$;
