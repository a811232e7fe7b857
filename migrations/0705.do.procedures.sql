-- Plan procedures as work of the office: what is known of each, its drafts zone by zone, what was overruled, what was published and what stood before.
-- Nothing here is read by a view of schema layer: publishing copies.

CREATE TABLE office.procedure (
  -- The plan's.
  key text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  version integer NOT NULL CHECK (version > 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('MPZP', 'POG', 'ZPI')),
  procedure text NOT NULL CHECK (procedure IN ('OLD', 'NEW')),
  definition_regime text NOT NULL CHECK (definition_regime IN ('OWN', 'PRE_2023', 'ACT_2023')),
  lead integer REFERENCES office.account (id),
  replaces text,
  -- In the words of the contract; always written as a whole.
  events jsonb NOT NULL CHECK (jsonb_typeof(events) = 'array'),
  documents jsonb NOT NULL CHECK (jsonb_typeof(documents) = 'array'),
  geom geometry(MultiPolygon, 2178) NOT NULL CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom) AND ST_NPoints(geom) <= 20000),
  changed_at timestamptz NOT NULL,
  changed_by integer NOT NULL REFERENCES office.account (id)
);
CREATE INDEX procedure_geom ON office.procedure USING gist (geom);

-- What was done, in the order of the audit trail; content and boundary where the procedure itself changed.
CREATE TABLE office.procedure_entry (
  seq bigint PRIMARY KEY REFERENCES audit.entry (seq),
  procedure_key text NOT NULL REFERENCES office.procedure (key),
  at timestamptz NOT NULL,
  by_account integer NOT NULL REFERENCES office.account (id),
  action text NOT NULL,
  version integer NOT NULL,
  draft integer,
  draft_version integer,
  note text,
  content jsonb,
  geom geometry(MultiPolygon, 2178)
);
CREATE INDEX procedure_entry_procedure ON office.procedure_entry (procedure_key, seq);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON office.procedure_entry FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON office.procedure_entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

CREATE TABLE office.draft (
  procedure_key text NOT NULL REFERENCES office.procedure (key),
  number integer NOT NULL CHECK (number > 0),
  version integer NOT NULL CHECK (version > 0),
  note text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('empty', 'law', 'draft', 'import')),
  created_at timestamptz NOT NULL,
  created_by integer NOT NULL REFERENCES office.account (id),
  changed_at timestamptz NOT NULL,
  changed_by integer NOT NULL REFERENCES office.account (id),
  deleted_at timestamptz,
  PRIMARY KEY (procedure_key, number)
);

-- Zones of drafts. A change ends the row and writes another: every version of a draft can be read again. id: lasting within the draft.
CREATE TABLE office.draft_zone (
  procedure_key text NOT NULL,
  draft integer NOT NULL,
  id integer NOT NULL CHECK (id > 0),
  since integer NOT NULL,
  -- The version of the draft that no longer has it so.
  until integer CHECK (until > since),
  symbol text NOT NULL,
  zone_class text NOT NULL,
  designation text NOT NULL,
  paragraph text,
  max_height_m numeric CHECK (max_height_m > 0),
  max_height_paragraph text,
  min_intensity numeric CHECK (min_intensity >= 0),
  max_intensity numeric CHECK (max_intensity >= min_intensity),
  intensity_paragraph text,
  max_built_up_pct numeric CHECK (max_built_up_pct BETWEEN 0 AND 100),
  built_up_paragraph text,
  min_bio_active_pct numeric CHECK (min_bio_active_pct BETWEEN 0 AND 100),
  bio_active_paragraph text,
  parking text,
  parking_paragraph text,
  -- To 0.1 mm, as everything that is imported: what is read and sent back is the same.
  geom geometry(MultiPolygon, 2178) NOT NULL CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom) AND ST_NPoints(geom) <= 20000),
  PRIMARY KEY (procedure_key, draft, id, since),
  FOREIGN KEY (procedure_key, draft) REFERENCES office.draft (procedure_key, number)
);
CREATE INDEX draft_zone_geom ON office.draft_zone USING gist (geom) WHERE until IS NULL;

-- A finding that is no fault, and why. finding: its lasting id; the newest word counts as long as the finding comes back.
CREATE TABLE office.finding_overruling (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  procedure_key text NOT NULL REFERENCES office.procedure (key),
  finding text NOT NULL,
  draft integer NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 1000),
  at timestamptz NOT NULL,
  by_account integer NOT NULL REFERENCES office.account (id)
);
CREATE INDEX finding_overruling_finding ON office.finding_overruling (procedure_key, finding, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON office.finding_overruling FOR EACH ROW EXECUTE FUNCTION audit.refuse();

-- Each publication, and its end. The last one not withdrawn is what the public sees.
CREATE TABLE office.publication (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  procedure_key text NOT NULL,
  draft integer NOT NULL,
  draft_version integer NOT NULL,
  -- The day in Kraków from which it stands.
  day date NOT NULL,
  at timestamptz NOT NULL,
  by_account integer NOT NULL REFERENCES office.account (id),
  -- Row of planning.plan that it wrote.
  plan_id integer NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by integer REFERENCES office.account (id),
  reason text,
  FOREIGN KEY (procedure_key, draft) REFERENCES office.draft (procedure_key, number),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (reason IS NULL))
);
CREATE INDEX publication_procedure ON office.publication (procedure_key, id);

-- What stood on the day of a publication just before it, to be put back when it is withdrawn. attributes: the row without its geometry.
CREATE TABLE office.standing_plan (
  publication_id integer NOT NULL REFERENCES office.publication (id),
  row_id integer NOT NULL,
  valid daterange NOT NULL,
  attributes jsonb NOT NULL,
  events jsonb NOT NULL,
  documents jsonb NOT NULL,
  effects jsonb NOT NULL,
  geom geometry(MultiPolygon, 2178) NOT NULL,
  PRIMARY KEY (publication_id, row_id)
);
CREATE TABLE office.standing_zone (
  publication_id integer NOT NULL REFERENCES office.publication (id),
  row_id integer NOT NULL,
  valid daterange NOT NULL,
  attributes jsonb NOT NULL,
  geom geometry(MultiPolygon, 2178) NOT NULL,
  PRIMARY KEY (publication_id, row_id)
);

-- Writes down what was done, with its audit entry. Every writer's last statement. of_draft null: the procedure itself changed.
CREATE FUNCTION office.record_procedure(of_procedure text, by_actor integer, did text, of_draft integer DEFAULT NULL, with_note text DEFAULT NULL, whole boolean DEFAULT false)
  RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  now_standing office.procedure;
  now_draft integer;
  told jsonb;
  entry bigint;
BEGIN
  SELECT * INTO STRICT now_standing FROM office.procedure WHERE key = of_procedure;
  SELECT version INTO now_draft FROM office.draft WHERE procedure_key = of_procedure AND number = of_draft;
  IF whole THEN
    told := jsonb_build_object('name', now_standing.name, 'kind', now_standing.kind, 'procedure', now_standing.procedure, 'definitionRegime', now_standing.definition_regime,
      'lead', now_standing.lead, 'events', now_standing.events, 'documents', now_standing.documents, 'replaces', now_standing.replaces);
  END IF;
  entry := audit.append(by_actor, did, 'procedure', of_procedure, jsonb_strip_nulls(jsonb_build_object('version', now_standing.version, 'draft', of_draft, 'draftVersion', now_draft, 'note', with_note,
    'sha256', encode(sha256(convert_to(CASE WHEN whole THEN told::text || ST_AsText(now_standing.geom) ELSE (
      SELECT coalesce(string_agg((to_jsonb(zone) - 'geom')::text || ST_AsText(zone.geom), '' ORDER BY zone.id), '') FROM office.draft_zone AS zone
      WHERE zone.procedure_key = of_procedure AND zone.draft = of_draft AND zone.until IS NULL) END, 'UTF8')), 'hex'))));
  INSERT INTO office.procedure_entry
  SELECT entry, of_procedure, clock_timestamp(), by_actor, did, now_standing.version, of_draft, now_draft, with_note, told, CASE WHEN whole THEN now_standing.geom END;
  RETURN entry;
END;
$$;

-- A word of the office on one overlap that was measured: that a zone does not apply to a parcel, or does, whatever the drawings give. The measure
-- stays; answers for days from from_day until before until_day show the word. It is ended, never altered.
CREATE TABLE planning.overlap_overruling (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parcel text NOT NULL CHECK (length(parcel) <= 100),
  layer text NOT NULL CHECK (layer IN ('zones', 'general-plan-zones')),
  zone_key text NOT NULL CHECK (length(zone_key) <= 200),
  from_day date NOT NULL,
  says text NOT NULL CHECK (says IN ('does-not-apply', 'applies')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 1000),
  by_account integer NOT NULL REFERENCES office.account (id),
  at timestamptz NOT NULL DEFAULT now(),
  until_day date CHECK (until_day >= from_day),
  revoked_by integer REFERENCES office.account (id),
  revoked_at timestamptz,
  CHECK ((until_day IS NULL) = (revoked_at IS NULL) AND (until_day IS NULL) = (revoked_by IS NULL))
);
CREATE UNIQUE INDEX overlap_overruling_standing ON planning.overlap_overruling (parcel, layer, zone_key) WHERE until_day IS NULL;
CREATE INDEX overlap_overruling_parcel ON planning.overlap_overruling (parcel);
