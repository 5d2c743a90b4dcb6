-- Who wrote what, when and how it ended: references only, what was written lies in tables of its own. An entry is added,
-- never changed, and goes after a year; the table itself sees to it.
create table audit_entry (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  author text not null,
  means text not null,
  action text not null,
  subject text not null,
  outcome text not null,
  rule text not null
);
create index audit_entry_action on audit_entry (action, seq);
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.at < now() - interval '1 year' then
      return old;
    end if;
  end if;
  raise exception 'the audit trail is only added to';
end
$$;
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function audit_entry_stays();
create trigger audit_entry_stays_whole before truncate on audit_entry
  for each statement execute function audit_entry_stays();
-- How many requests a minute a key has; 0: as many as every key.
alter table api_key add column per_minute int not null default 0;
