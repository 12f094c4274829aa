-- Search by a part of a word stays fast on large installations; DuckDB scans its columns and needs none of this.
create extension if not exists pg_trgm;
create index person_search on person using gin (search gin_trgm_ops);
create index unit_name_search on unit_name using gin (search gin_trgm_ops);
create index recipient_search on recipient using gin (search gin_trgm_ops);
create index nomination_search on nomination using gin (search gin_trgm_ops);
create index exemplary_model_search on exemplary_model using gin (search gin_trgm_ops);
create index decision_search on decision using gin (search gin_trgm_ops);
create index award_search on award using gin (search gin_trgm_ops);
create index account_search on account using gin (search gin_trgm_ops);
create index award_person on award (person_id);
create index post_current on post (person_id) where to_date is null;
create index unit_name_current on unit_name (unit_id) where to_date is null;
