-- Who may read a text: PUBLIC or INTERNAL. What is not known to be public is internal.
ALTER TABLE draft ADD COLUMN visibility VARCHAR(10) DEFAULT 'INTERNAL' NOT NULL;

-- Until now every draft came with a consultation; a file that was replaced shares its bill with its successor.
UPDATE draft
   SET visibility = 'PUBLIC'
 WHERE EXISTS (SELECT 1 FROM consultation c WHERE c.draft_id = draft.id AND c.visibility = 'PUBLIC')
   AND NOT EXISTS (SELECT 1 FROM consultation c WHERE c.draft_id = draft.id AND c.visibility = 'INTERNAL');

UPDATE draft
   SET visibility = 'PUBLIC'
 WHERE NOT EXISTS (SELECT 1 FROM consultation c WHERE c.draft_id = draft.id)
   AND EXISTS (SELECT 1 FROM consultation c WHERE c.bill_id = draft.bill_id)
   AND NOT EXISTS (SELECT 1 FROM consultation c WHERE c.bill_id = draft.bill_id AND c.visibility = 'INTERNAL');
