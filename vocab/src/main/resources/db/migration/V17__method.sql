-- How the values of a delivery were made: words of adjustment, period rule and nomenclature of levels.
alter table figures_delivery add column method text not null default '';
