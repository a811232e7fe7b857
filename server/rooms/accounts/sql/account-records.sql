-- Accounts as administrators see them, by login; or the one of an id.
-- Parameters: id (null: all). Leans on the primary key.
SELECT account.id, account.login, account.name, account.role, account.whole_city AS "wholeCity", area.areas, account.disabled_at IS NOT NULL AS disabled,
  account.totp_sealed IS NOT NULL AS "secondFactor",
  CASE WHEN account.oidc_subject IS NOT NULL THEN 'oidc' WHEN account.password_hash IS NOT NULL THEN 'password' ELSE 'nothing-yet' END AS "signsInBy",
  account.last_signed_in_at AS "lastSignedInAt", account.created_at AS "createdAt"
FROM office.account
CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('kind', mine.kind, 'key', mine.key, 'name', coalesce(
    CASE mine.kind
      WHEN 'district' THEN (SELECT district.name FROM city.district WHERE district.key = mine.key)
      ELSE (SELECT plan.name FROM planning.plan WHERE plan.key = mine.key ORDER BY lower(plan.valid) DESC NULLS LAST LIMIT 1)
    END, mine.key)) ORDER BY mine.kind, mine.key), '[]') AS areas
  FROM office.account_area AS mine WHERE mine.account_id = account.id
) AS area
WHERE ${id}::integer IS NULL OR account.id = ${id}::integer
ORDER BY account.login
