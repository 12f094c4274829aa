-- A book that an office began on paper: numbers 1 to `paper_last` stand there, the program goes on after them.

alter table certificate_series add column paper_last integer;  -- null: the program gave the first number of the book
alter table certificate_series add column paper_reason text;
