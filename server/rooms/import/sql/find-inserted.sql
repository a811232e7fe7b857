-- Gives staged rows that were inserted the id they got. $<target>: qualified name; $<match>: present and staged of the same key (and period).
UPDATE import_staged AS staged SET staged_target = present.id
FROM $<target:raw> AS present
WHERE staged.staged_verdict = 'inserted' AND $<match:raw>;
