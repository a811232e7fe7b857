-- Expression: the parts of the present row are the staged ones. $<parts>: table of parts; $<owner>: its column that refers to the row.
staged.staged_parts = coalesce((
  SELECT jsonb_agg(to_jsonb(part) - $<owner> - 'ordinal' ORDER BY part.ordinal) FROM $<parts:raw> AS part WHERE part.$<owner:name> = present.id
), '[]')
