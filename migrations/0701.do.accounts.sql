-- People of the office: accounts with a role and the areas in which they may write. Residents have none.
CREATE SCHEMA office;

CREATE TABLE office.account (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  login text NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  role text NOT NULL CHECK (role IN ('planner', 'chief-planner', 'administrator')),
  -- Otherwise the areas of office.account_area, none if there are none.
  whole_city boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
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
