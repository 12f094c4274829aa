-- The ornament that papers were issued with, as a file of its own: a reprint is the same paper after the program draws differently.

alter table certificate_layout add column art_blob text; -- null: the sample, and papers issued before this was kept
