-- Rows that break a rule of the table they are for. $<all>: every rule; $<broken>: CASE that names the first broken one.
UPDATE import_staged SET staged_verdict = 'rejected'
WHERE ($<all:raw>) IS FALSE
RETURNING staged_number, $<broken:raw> AS rule;
