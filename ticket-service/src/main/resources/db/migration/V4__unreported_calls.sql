-- A caller whom the operator found genuine is rung back if no report comes.
alter table callback_task drop constraint callback_task_reason_check;
alter table callback_task add constraint callback_task_reason_check
    check (reason in ('SILENT', 'ABANDONED', 'UNREPORTED'));
