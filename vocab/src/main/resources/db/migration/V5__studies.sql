-- Everything that ever happened to a study, in order: what it says after each event, when and by whom. Never
-- changed, so that it is the audit trail, the change feed and the memory of deletions in one. A writer holds an
-- advisory lock until it commits: who has read up to a number has missed nothing before it.
create table study_event (
  seq bigint generated always as identity primary key,
  study text not null,
  producer text not null,
  identifier text not null,
  kind text not null,
  at timestamptz not null,
  author text not null,
  means text not null,
  reason text not null,
  changed text not null,
  body jsonb not null
);
create index study_event_study on study_event (study, seq);
-- The same for producers; the last row of a code is what it is now.
create table producer_event (
  seq bigint generated always as identity primary key,
  code text not null,
  at timestamptz not null,
  author text not null,
  means text not null,
  body jsonb not null
);
-- Requests that bore an Idempotency-Key, and what was answered: sent again, they change nothing.
create table study_request (
  sender text not null,
  idempotency_key text not null,
  request_sha256 text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (sender, idempotency_key)
);
-- Whose studies a key may deposit; empty for the keys that deposit none.
alter table api_key add column producer text not null default '';
