-- Every assessment ever told, so that "why did it say so then?" has an answer.
create table assessment (
    call_id         text        not null,
    version         bigint      not null,
    hoax_likelihood double precision not null,
    band            text        not null,
    confident       boolean     not null,
    -- JSON list of {code, contribution, textId, textEn}
    reasons         text        not null,
    model_version   text        not null,
    cause           text        not null,
    assessed_at     timestamptz not null,
    primary key (call_id, version)
);

create index assessment_assessed on assessment (assessed_at);
