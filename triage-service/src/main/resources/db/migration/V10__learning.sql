-- What a call may be, beside how likely it is a hoax; null in what was assessed before.
alter table assessment
    add column genuine      double precision,
    add column information  double precision,
    add column ghost        double precision,
    add column prank        double precision;

-- Time after the answer at which the call was last weighed: tells when 3, 5 and 10 s have passed.
alter table call_evidence add column weighed_ms bigint not null default 0;

-- Models are data. The checksum is that of the document, compared whenever it is loaded.
create table model (
    version         text        primary key,
    document        text        not null,
    checksum        text        not null,
    state           text        not null check (state in ('CHAMPION', 'CHALLENGER', 'RETIRED')),
    created_at      timestamptz not null,
    -- when it last became champion; rolling back goes to the newest before the present one's
    champion_since  timestamptz
);

create unique index model_one_champion on model (state) where state = 'CHAMPION';
create unique index model_one_challenger on model (state) where state = 'CHALLENGER';

-- Who changed what, and on which figures.
create table model_change (
    id          bigint      generated always as identity primary key,
    at          timestamptz not null,
    version     text        not null references model,
    change      text        not null,
    changed_by  text        not null,
    note        text        not null
);

create index model_change_version on model_change (version);

-- What was known of a call 5 s and 10 s after its answer and at its end, without the operator's word.
create table feature_snapshot (
    call_id     text        not null,
    moment      text        not null,
    -- JSON object of feature to number; one that is missing is left out
    features    text        not null,
    taken_at    timestamptz not null,
    primary key (call_id, moment)
);

create index feature_snapshot_taken on feature_snapshot (taken_at);

-- What the champion and the challenger made of the same moment, each under the same rules.
create table model_score (
    call_id         text        not null,
    moment          text        not null,
    model_version   text        not null,
    hoax_likelihood double precision not null,
    scored_at       timestamptz not null,
    primary key (call_id, moment, model_version)
);

create index model_score_scored on model_score (scored_at);

-- What a call turned out to be: by the operator, and by those who went there.
create table call_label (
    call_id     text        primary key,
    disposition text,
    outcome     text,
    -- of both; null where they leave it open
    label       text,
    labelled_at timestamptz not null
);

create index call_label_labelled on call_label (labelled_at);
