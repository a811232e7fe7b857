-- Short links to what somebody saw: a code made from the target, so that the same target has the same code. They are never deleted: printed links last.
CREATE TABLE meta.short_link (
  code text PRIMARY KEY CHECK (code ~ '^[2-9A-HJ-NP-Za-kmnp-z]{7,20}$'),
  -- Path, query and hash within this site, escaped as a browser would send them: never another site (//…), no backslash, nothing invisible.
  target text NOT NULL CHECK (length(target) <= 8000 AND target ~ '^/([^/]|$)' AND target !~ '[^\x21-\x7e]' AND strpos(target, '\') = 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  -- The last day in Kraków on which it was opened; unknown until then.
  last_used_on date
);
