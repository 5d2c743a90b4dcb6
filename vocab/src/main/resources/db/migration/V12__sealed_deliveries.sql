-- A raw delivery that was sealed as it arrived, and what became of it. Nothing here depends on its figures
-- but for whether it was refused and why, which its supplier alone is told.
create table figures_sealed (
  name text primary key,
  fiche text not null,
  supplier text not null,
  received_at timestamptz not null,
  -- Receipt of the protected table that was made of it.
  receipt text,
  -- Why it was refused: a line each, place, rule and message, without any cell.
  refusal text,
  treated_at timestamptz
);
