-- Expression: the parts of one kind of the present row are the staged ones. $<parts>: table; $<owner>: its column that refers to the row;
-- $<property>: the list among the staged parts.
staged.staged_parts -> $<property> = coalesce((
  SELECT jsonb_agg(to_jsonb(part) - $<owner> - 'ordinal' ORDER BY part.ordinal) FROM $<parts:raw> AS part WHERE part.$<owner:name> = present.id
), '[]')
