-- A call of which nothing more is heard, not even its end, is rung back too.
alter table callback_task drop constraint callback_task_reason_check;
alter table callback_task add constraint callback_task_reason_check
    check (reason in ('SILENT', 'ABANDONED', 'UNREPORTED', 'LOST_TRACK'));

comment on column call_state.due_at is
    'When the call is to be judged: some time after its last sign, a moment after its end. Null: judged.';

-- Calls that run now, or whose end never came: those that a report or a person has settled are judged once more, to no effect.
update call_state set due_at = updated_at + interval '30 minutes' where ending is null;
