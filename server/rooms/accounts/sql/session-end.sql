-- Ends sessions of an account: one, all, or all but one.
-- Parameters: accountId, only (null: all), except (null: none). Leans on session_account.
DELETE FROM office.session
WHERE account_id = ${accountId} AND (${only}::integer IS NULL OR id = ${only}) AND (${except}::integer IS NULL OR id <> ${except})
RETURNING id
