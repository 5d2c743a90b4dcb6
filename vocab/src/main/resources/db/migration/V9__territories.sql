-- A part of the territories: an immutable file, with what was declared of it.
create table territory_part (
  file text primary key,
  edition text not null,
  release text not null,
  issued date not null,
  author text not null,
  source text not null,
  content_sha256 text not null,
  licence text,
  imported_at timestamptz not null
);
-- What is used: one row an edition, changed in one transaction.
create table territory_publication (
  edition text primary key,
  file text not null references territory_part,
  published_at timestamptz not null
);
-- Audit trail of every switch.
create table territory_log (
  id bigint generated always as identity primary key,
  edition text not null,
  file text not null,
  licence text,
  at timestamptz not null
);
-- A perimeter: communes of a vintage by the hash of what it is made of.
create table perimeter (
  hash text primary key,
  id text not null unique,
  vintage integer not null,
  communes text not null,
  size integer not null,
  members text not null,
  created_at timestamptz not null,
  used_on date not null
);
create index perimeter_used on perimeter (used_on, created_at);
