-- The rows of office.annotation (by the name annotation) that somebody may see: maySee of domain/office/annotation-rules.ts as a condition.
-- Parameters: account (null for residents), planner, chief. A test holds the two together.
CASE
  WHEN ${account}::integer IS NULL THEN annotation.visibility = 'public' AND annotation.deleted_at IS NULL
  WHEN annotation.visibility = 'mine' THEN annotation.author = ${account}::integer
  ELSE annotation.deleted_at IS NULL OR ${chief} OR (${planner} AND annotation.author = ${account}::integer AND annotation.visibility <> 'public')
END
