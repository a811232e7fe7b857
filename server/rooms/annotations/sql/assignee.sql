-- Whether work can be given to an account: it is a planner's and not disabled. Primary key.
-- Parameters: account.
SELECT EXISTS (SELECT FROM office.account WHERE id = ${account} AND role IN ('planner', 'chief-planner') AND disabled_at IS NULL) AS able
