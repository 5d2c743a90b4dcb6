-- A release: an immutable state of an edition, kept as a file whose hash is here.
create table release (
  edition text not null,
  release text not null,
  content_sha256 text not null,
  file text not null,
  source_name text not null,
  source_sha256 text not null,
  issued date not null,
  sample boolean not null,
  licence text,
  concepts integer not null,
  report jsonb not null,
  imported_at timestamptz not null,
  primary key (edition, release)
);
-- What is published: one row an edition, changed in one transaction.
create table publication (
  edition text primary key,
  release text not null,
  published_at timestamptz not null,
  foreign key (edition, release) references release
);
-- Audit trail of every switch.
create table publication_log (
  id bigint generated always as identity primary key,
  edition text not null,
  release text not null,
  action text not null,
  at timestamptz not null
);
