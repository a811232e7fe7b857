-- People of the office: accounts with a role and the areas in which they may write. Residents have none.
CREATE SCHEMA office;

CREATE TABLE office.account (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  login text NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  role text NOT NULL CHECK (role IN ('planner', 'chief-planner', 'investor-adviser', 'administrator')),
  -- Otherwise the areas of office.account_area, none if there are none.
  whole_city boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_signed_in_at timestamptz,
  -- argon2id in PHC form; null: no password (not yet invited in, or signs in by OpenID Connect only).
  password_hash text CHECK (password_hash LIKE '$argon2id$%'),
  -- Who this is to the OpenID Connect provider; never changes hands by itself.
  oidc_issuer text,
  oidc_subject text,
  -- The shared secret of the authenticator, sealed (AES-256-GCM) by the key file of the server: a copy of the database gives no codes.
  totp_sealed bytea,
  -- The 30-second step of the last code that was taken: neither it nor an earlier one is taken again.
  totp_last_step bigint,
  CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL)),
  UNIQUE (oidc_issuer, oidc_subject)
);

-- Where somebody may write: city districts and plan areas, by lasting key.
CREATE TABLE office.account_area (
  account_id integer NOT NULL REFERENCES office.account (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('district', 'plan')),
  key text NOT NULL,
  PRIMARY KEY (account_id, kind, key)
);

-- Whether an account may write at a place (EPSG:2178): the place lies in one of its areas. Leans on GiST of districts and plans.
CREATE FUNCTION office.may_write_at(of_account integer, place geometry) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT FROM office.account WHERE account.id = of_account AND account.disabled_at IS NULL AND (account.whole_city OR EXISTS (
      SELECT FROM office.account_area AS area
      JOIN city.district ON area.kind = 'district' AND district.key = area.key
      WHERE area.account_id = account.id AND ST_Intersects(district.geom, place)
    ) OR EXISTS (
      SELECT FROM office.account_area AS area
      JOIN planning.plan ON area.kind = 'plan' AND plan.key = area.key AND upper_inf(plan.valid)
      WHERE area.account_id = account.id AND ST_Intersects(plan.geom, place)
    ))
  )
$$;

-- Codes for somebody whose authenticator is lost, SHA-256 of 80 random bits; a used one is deleted.
CREATE TABLE office.recovery_code (
  account_id integer NOT NULL REFERENCES office.account (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  PRIMARY KEY (account_id, code_hash)
);

-- The one-time link by which somebody sets a password, as SHA-256 of its token; a newer one takes its place, a used one is deleted.
CREATE TABLE office.invitation (
  account_id integer PRIMARY KEY REFERENCES office.account (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  expires_at timestamptz NOT NULL
);

-- Who is signed in, or on the way: the password was right, the second factor is still to come. Only `signed-in` gives rights.
CREATE TABLE office.session (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256 of what the cookie holds; another one at every rise of rights.
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  account_id integer NOT NULL REFERENCES office.account (id) ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('second-factor', 'enrolment', 'signed-in')),
  signed_in_by text NOT NULL CHECK (signed_in_by IN ('password', 'oidc')),
  started_at timestamptz NOT NULL,
  -- Written about once a minute, not with every request.
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- Browser and system in words, for the list of one's own sessions.
  device text NOT NULL CHECK (length(device) <= 80),
  wrong_codes integer NOT NULL DEFAULT 0,
  -- The secret that is being enrolled, sealed; null otherwise.
  enrolling_sealed bytea,
  -- The provider's token that names the session to be ended there; null: signed in by password.
  id_token text
);
CREATE INDEX session_account ON office.session (account_id);
CREATE INDEX session_ends ON office.session (ends_at);

-- Sign-ins on their way through the OpenID Connect provider, by SHA-256 of a cookie of their own; the first answer deletes the row.
CREATE TABLE office.oidc_request (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  state text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  expires_at timestamptz NOT NULL
);
