-- A convention with its fiches navettes, as it was written; each change is a row.
create table convention (
  number bigint generated always as identity primary key,
  id text not null,
  body text not null,
  put_at timestamptz not null
);
create index convention_id on convention (id, number);
-- A delivery that was refused, with its report; the file is kept for inspection.
create table figures_refusal (
  number bigint generated always as identity primary key,
  fiche text not null,
  supplier text not null,
  source text not null,
  source_sha256 text not null,
  report text not null,
  at timestamptz not null
);
