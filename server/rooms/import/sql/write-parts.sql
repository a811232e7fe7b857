-- Writes the parts of new and changed rows. $<parts>: table; $<owner>: its column that refers to the row; $<columns>: its other columns.
-- $<match>: expression by which a new row is found: present and staged of the same key (and period).
UPDATE import_staged AS staged SET staged_target = present.id
FROM $<target:raw> AS present
WHERE staged.staged_verdict = 'inserted' AND $<match:raw>;
DELETE FROM $<parts:raw> AS part USING import_staged AS staged
WHERE part.$<owner:name> = staged.staged_target AND staged.staged_verdict = 'updated';
INSERT INTO $<parts:raw> ($<owner:name>, ordinal, $<columns:name>)
SELECT staged.staged_target, part.place, $<values:raw>
FROM import_staged AS staged
CROSS JOIN LATERAL jsonb_array_elements(staged.staged_parts) WITH ORDINALITY AS part (value, place)
CROSS JOIN LATERAL jsonb_populate_record(NULL::$<parts:raw>, part.value) AS made
WHERE staged.staged_verdict IN ('inserted', 'updated');
