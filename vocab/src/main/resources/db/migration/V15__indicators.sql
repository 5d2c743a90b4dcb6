-- Definitions of indicators that the region put beside those of the product: files as they were given, of which the last word holds.
create table indicators_file (
  number bigint generated always as identity primary key,
  body text not null,
  put_at timestamptz not null
);
