-- A table for what the files hold, gone with the transaction. $<target>: qualified name; $<columns>: its columns that the import writes.
-- staged_number: of the row; _parts: rows of the table of parts; _verdict: what becomes of it; _target: the id of the row that it is.
CREATE TEMPORARY TABLE import_staged ON COMMIT DROP AS
  SELECT NULL::integer AS staged_number, NULL::date AS staged_from, NULL::date AS staged_to, NULL::jsonb AS staged_parts, NULL::text AS staged_verdict, NULL::integer AS staged_target,
    $<columns:name>
  FROM $<target:raw> WITH NO DATA;
CREATE TEMPORARY TABLE import_touched (key text NOT NULL) ON COMMIT DROP;
