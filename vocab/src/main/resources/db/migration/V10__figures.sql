-- A delivery of figures: files in a folder of that name, with what was said of them.
create table figures_delivery (
  -- What came later says anew what came before.
  number bigint generated always as identity,
  receipt text primary key,
  series text not null,
  format text not null,
  source text not null,
  source_sha256 text not null,
  supplier text not null,
  vintage integer not null,
  period text not null,
  issued date,
  licence text,
  opens date,
  indicators text not null,
  observations integer not null,
  remarks text not null,
  accepted_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawal text
);
create unique index figures_delivery_number on figures_delivery (number);
