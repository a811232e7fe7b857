-- The newest word on each finding of a procedure that was overruled. Index finding_overruling_finding.
SELECT DISTINCT ON (overruling.finding) overruling.finding, overruling.reason, overruling.at, json_build_object('id', account.id, 'name', account.name) AS by
FROM office.finding_overruling AS overruling JOIN office.account ON account.id = overruling.by_account
WHERE overruling.procedure_key = ${key}
ORDER BY overruling.finding, overruling.id DESC
