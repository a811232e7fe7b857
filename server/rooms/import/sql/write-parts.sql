-- Writes one kind of parts of new and changed rows. $<parts>: table; $<owner>: its column that refers to the row; $<property>: the list among the
-- staged parts; $<columns>: the table's other columns; $<values>: those of a staged part.
DELETE FROM $<parts:raw> AS part USING import_staged AS staged
WHERE part.$<owner:name> = staged.staged_target AND staged.staged_verdict = 'updated';
INSERT INTO $<parts:raw> ($<owner:name>, ordinal, $<columns:name>)
SELECT staged.staged_target, part.place, $<values:raw>
FROM import_staged AS staged
CROSS JOIN LATERAL jsonb_array_elements(staged.staged_parts -> $<property>) WITH ORDINALITY AS part (value, place)
CROSS JOIN LATERAL jsonb_populate_record(NULL::$<parts:raw>, part.value) AS made
WHERE staged.staged_verdict IN ('inserted', 'updated');
