-- Which saving of a draft this is: two devices that save in turns are told apart by it. What was saved before has 0.
ALTER TABLE unsent_draft ADD COLUMN version VARCHAR(80) DEFAULT '0' NOT NULL;

-- Who speaks, as this draft wants it told apart: one category a line; empty for the product's own list.
ALTER TABLE plan ADD COLUMN identity_categories VARCHAR(2000) DEFAULT '' NOT NULL;
