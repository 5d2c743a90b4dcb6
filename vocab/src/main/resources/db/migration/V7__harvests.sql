-- Each harvest of a source: since when it asked, how it ended, and from when the next one goes on (null unless it
-- was read to its end). Empty dates stand for the beginning.
create table harvest_run (
  seq bigint generated always as identity primary key,
  source text not null,
  since text not null,
  started timestamptz not null,
  ended timestamptz,
  next_since text,
  result jsonb not null default '{}'
);
create index harvest_run_source on harvest_run (source, seq);
-- Each record of a source, and the harvest that saw it last: a complete harvest that did not see it tells that it is
-- gone, where the source itself announces no deletion.
create table harvest_record (
  source text not null,
  identifier text not null,
  datestamp text not null,
  run bigint not null,
  deleted boolean not null,
  primary key (source, identifier)
);
create index harvest_record_run on harvest_record (source, run);
