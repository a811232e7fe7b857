-- Lineage of parcels: which version became which, by overlap; and what an update of the cadastre left for the office to decide. Written with imports.

-- Whether two parcels share ground, given their overlap and their areas in EPSG:2178. The parcels' boundaries are accurate to 0.1 m, so a strip
-- narrower than 0.2 m is two drawings of one line; so is what is under 1 m² or 0.1 % of the smaller one. Half of either is always ground.
CREATE FUNCTION cadastre.is_shared_ground(overlap geometry, a_m2 double precision, b_m2 double precision) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ST_Area(overlap) > 0.5 * least(a_m2, b_m2)
    OR (ST_Area(overlap) > greatest(1, 0.001 * least(a_m2, b_m2)) AND 2 * ST_Area(overlap) > 0.2 * ST_Perimeter(overlap))
$$;

-- A version that ended on a day, and one that stands on that day and began after the first one did: so no chain comes back to where it began.
-- Versions of one number are here when their boundary changed. No foreign keys: a truncated or deleted version takes its lineage with it by triggers.
CREATE TABLE cadastre.lineage (
  parent_id integer NOT NULL,
  child_id integer NOT NULL,
  parent_key text NOT NULL,
  child_key text NOT NULL,
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('split', 'merge', 'renumber', 'boundary-shift', 'reparcelling')),
  overlap_m2 double precision NOT NULL CHECK (overlap_m2 > 0),
  -- Of the area of each, 0–1.
  parent_share double precision NOT NULL CHECK (parent_share > 0),
  child_share double precision NOT NULL CHECK (child_share > 0),
  PRIMARY KEY (parent_id, child_id)
);
CREATE INDEX lineage_child ON cadastre.lineage (child_id);
CREATE INDEX lineage_parent_key ON cadastre.lineage (parent_key, day);
CREATE INDEX lineage_child_key ON cadastre.lineage (child_key, day);
CREATE INDEX lineage_day ON cadastre.lineage (day);

-- Versions that ended, found by place: few beside those that stand.
CREATE INDEX parcel_ended_geom ON cadastre.parcel USING gist (geom) WHERE NOT upper_inf(valid);

CREATE FUNCTION cadastre.forget_lineage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM cadastre.lineage;
  ELSE
    DELETE FROM cadastre.lineage USING rows_before WHERE parent_id = rows_before.id;
    DELETE FROM cadastre.lineage USING rows_before WHERE child_id = rows_before.id;
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER forget_lineage AFTER DELETE ON cadastre.parcel REFERENCING OLD TABLE AS rows_before FOR EACH STATEMENT EXECUTE FUNCTION cadastre.forget_lineage();
CREATE TRIGGER forget_lineage_truncated AFTER TRUNCATE ON cadastre.parcel FOR EACH STATEMENT EXECUTE FUNCTION cadastre.forget_lineage();

-- The parcels that stand now on the ground of another, and which share of that ground each has; largest first. GiST of parcel.
CREATE FUNCTION cadastre.parcels_on(ground geometry) RETURNS TABLE (key text, geom geometry, share double precision, demonstration boolean) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT parcel.key, parcel.geom, ST_Area(overlap.geom) / ST_Area(ground), dataset.demonstration
  FROM cadastre.parcel
  JOIN meta.dataset ON dataset.id = parcel.dataset_id
  CROSS JOIN LATERAL (SELECT ST_CollectionExtract(ST_Intersection(parcel.geom, ground), 3) AS geom OFFSET 0) AS overlap
  WHERE parcel.geom && ground AND upper_inf(parcel.valid) AND cadastre.is_shared_ground(overlap.geom, ST_Area(parcel.geom), ST_Area(ground))
  ORDER BY 3 DESC, 1
$$;

-- What an update of the cadastre could not decide: the annotation stays with a number that is no more until somebody does. One open row for both.
CREATE TABLE office.annotation_review (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  annotation_id uuid NOT NULL REFERENCES office.annotation (id) ON DELETE CASCADE,
  parcel text NOT NULL,
  since date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('split', 'merge', 'renumber', 'boundary-shift', 'gone')),
  -- [{"parcel", "sharePct"}], as SubjectReview of the contract has it.
  proposal jsonb NOT NULL,
  -- The parcel as it last stood; null when the register no longer knows.
  ground geometry(MultiPolygon, 2178),
  flagged_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz,
  -- Null: a later update of the cadastre decided it.
  decided_by integer REFERENCES office.account (id),
  -- What the annotation is about instead; empty: it keeps the old number.
  parcels text[],
  CHECK ((decided_at IS NULL) = (parcels IS NULL) AND (decided_by IS NULL OR decided_at IS NOT NULL))
);
CREATE UNIQUE INDEX annotation_review_open ON office.annotation_review (annotation_id, parcel) WHERE decided_at IS NULL;
CREATE INDEX annotation_review_annotation ON office.annotation_review (annotation_id, parcel);

-- What waits for a decision: `reviews` of an annotation, and `needsReview` = EXISTS here. A subject that was taken off needs none.
CREATE VIEW office.open_review AS
  SELECT review.id, review.annotation_id, review.parcel, review.since, review.kind, review.proposal
  FROM office.annotation_review AS review
  JOIN office.annotation_subject AS subject ON subject.annotation_id = review.annotation_id AND subject.kind = 'parcel' AND subject.key = review.parcel
  WHERE review.decided_at IS NULL;

-- Whoever attaches an annotation to a number that is no more (an old version brought back) is asked the same question, once.
CREATE FUNCTION office.ask_of_ended_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO office.annotation_review (annotation_id, parcel, since, kind, ground, proposal)
  SELECT NEW.annotation_id, NEW.key, upper(last.valid), CASE WHEN successors.listed = '[]' THEN 'gone' ELSE 'split' END, last.geom, successors.listed
  FROM (SELECT valid, geom FROM cadastre.parcel WHERE key = NEW.key ORDER BY upper_inf(valid) DESC, upper(valid) DESC LIMIT 1) AS last
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('parcel', key, 'sharePct', round(100 * share::numeric, 1)) ORDER BY share DESC, key), '[]') AS listed
    FROM cadastre.parcels_on(last.geom)
  ) AS successors
  WHERE NOT upper_inf(last.valid)
    AND NOT EXISTS (SELECT FROM office.annotation_review AS decided
      WHERE decided.annotation_id = NEW.annotation_id AND decided.parcel = NEW.key AND decided.parcels = '{}' AND decided.since >= upper(last.valid))
  ON CONFLICT (annotation_id, parcel) WHERE decided_at IS NULL DO NOTHING;
  RETURN NULL;
END;
$$;
CREATE TRIGGER ask_of_ended_number AFTER INSERT ON office.annotation_subject FOR EACH ROW WHEN (NEW.kind = 'parcel') EXECUTE FUNCTION office.ask_of_ended_number();
