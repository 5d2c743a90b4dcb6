-- When a delivery had its first licence, before which nothing of it was public; and when it had the one that it has.
alter table figures_delivery add column licensed_at timestamptz;
alter table figures_delivery add column licence_at timestamptz;
update figures_delivery set licensed_at = accepted_at, licence_at = accepted_at where licence is not null;
