-- Changes an account: what is null stays.
-- Parameters: id, name, role, wholeCity, disabled, now. Leans on the primary key.
UPDATE office.account SET
  name = coalesce(${name}, name), role = coalesce(${role}, role), whole_city = coalesce(${wholeCity}::boolean, whole_city),
  disabled_at = CASE WHEN ${disabled}::boolean IS NULL THEN disabled_at WHEN ${disabled}::boolean THEN coalesce(disabled_at, ${now}::timestamptz) END
WHERE id = ${id}
