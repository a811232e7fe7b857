-- Acts in time: their documents, what they do to other acts, what each was on any day, and when data sets were renewed.

-- Documents of an act: resolution, drawing, annexes, journal. url: where the publisher keeps it; absent where it is not known.
CREATE TABLE planning.plan_document (
  plan_id integer NOT NULL REFERENCES planning.plan (id) ON DELETE CASCADE,
  ordinal smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('initiation', 'resolution', 'drawing', 'annex', 'journal', 'forecast', 'report', 'other')),
  title text NOT NULL,
  number text,
  dated date,
  url text CHECK (url ~ '^https?://'),
  PRIMARY KEY (plan_id, ordinal)
);

-- What an act does to another: changes, replaces, repeals or annuls it, in whole or in part, from a day on. Told once, by the act that does it.
CREATE TABLE planning.plan_effect (
  plan_id integer NOT NULL REFERENCES planning.plan (id) ON DELETE CASCADE,
  ordinal smallint NOT NULL,
  effect text NOT NULL CHECK (effect IN ('changes', 'replaces', 'repeals', 'annuls')),
  affected text NOT NULL,
  in_part boolean NOT NULL,
  from_date date,
  note text,
  PRIMARY KEY (plan_id, ordinal)
);
CREATE INDEX plan_effect_affected ON planning.plan_effect (affected);

-- Status and stage of a plan on a day. First by its dates of force; before the last known event by the events; else as the register has it.
-- A consultation ends with its last day. The register's word is all there is on acts without dates.
CREATE FUNCTION planning.plan_on(of_plan integer, on_day date) RETURNS TABLE (status text, stage text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    CASE
      WHEN plan.in_force_from <= on_day THEN CASE WHEN on_day <= plan.in_force_to OR plan.in_force_to IS NULL THEN 'in-force' ELSE 'superseded' END
      WHEN plan.in_force_from IS NULL AND (final.on_date IS NULL OR final.on_date <= on_day) AND plan.status IN ('in-force', 'superseded') THEN plan.status
      WHEN plan.in_force_from IS NULL AND final.on_date IS NULL THEN plan.status
      WHEN latest.stage = 'CONSULTATION' AND (latest.until_date IS NULL OR on_day <= latest.until_date) THEN 'in-consultation'
      WHEN latest.stage IN ('REPEALED', 'ANNULLED') THEN 'superseded'
      ELSE 'in-preparation'
    END,
    CASE
      WHEN plan.in_force_from <= on_day THEN CASE WHEN on_day <= plan.in_force_to OR plan.in_force_to IS NULL THEN 'IN_FORCE'
        WHEN latest.stage IN ('CHANGED', 'REPEALED', 'ANNULLED') THEN latest.stage ELSE 'REPEALED' END
      WHEN plan.in_force_from IS NULL AND (final.on_date IS NULL OR final.on_date <= on_day) AND plan.status IN ('in-force', 'superseded') THEN plan.stage
      WHEN plan.in_force_from IS NULL AND final.on_date IS NULL THEN plan.stage
      ELSE coalesce(latest.stage, 'INITIATION')
    END
  FROM planning.plan
  LEFT JOIN LATERAL (
    SELECT event.stage, event.until_date FROM planning.plan_event AS event
    WHERE event.plan_id = plan.id AND event.on_date <= on_day
    ORDER BY event.on_date DESC, event.ordinal DESC LIMIT 1
  ) AS latest ON true
  LEFT JOIN LATERAL (SELECT max(event.on_date) AS on_date FROM planning.plan_event AS event WHERE event.plan_id = plan.id) AS final ON true
  WHERE plan.id = of_plan
$$;

-- Fields that the catalogue calls `byDay`: <view>_<field>_on(id, day).
CREATE FUNCTION layer.plans_status_on(of_plan integer, on_day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT status FROM planning.plan_on(of_plan, on_day) $$;
CREATE FUNCTION layer.plans_stage_on(of_plan integer, on_day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT stage FROM planning.plan_on(of_plan, on_day) $$;
CREATE FUNCTION layer.zones_plan_status_on(of_zone integer, on_day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT state.status FROM planning.zone
  JOIN planning.plan ON plan.key = zone.plan_key AND plan.valid @> on_day
  CROSS JOIN LATERAL planning.plan_on(plan.id, on_day) AS state
  WHERE zone.id = of_zone
$$;

CREATE OR REPLACE VIEW layer.plans AS
  SELECT t.id, t.key, t.name, t.kind, t.status, t.stage, t.resolution, t.resolution_date, t.journal, t.published_on, t.in_force_from, t.in_force_to, t.replaces, round((ST_Area(t.geom) / 10000)::numeric, 2)::double precision AS area_ha, t.definition_regime, t.procedure, (SELECT json_agg(json_build_object('stage', e.stage, 'on_date', e.on_date, 'until_date', e.until_date, 'title', e.title, 'document', e.document) ORDER BY e.ordinal) FROM planning.plan_event AS e WHERE e.plan_id = t.id) AS events, dataset.name AS source, dataset.source_date, dataset.demonstration, t.valid, t.geom, t.geom_3857,
    (SELECT json_agg(json_build_object('kind', d.kind, 'title', d.title, 'number', d.number, 'dated', d.dated, 'url', d.url) ORDER BY d.ordinal) FROM planning.plan_document AS d WHERE d.plan_id = t.id) AS documents,
    (SELECT json_agg(json_build_object('effect', f.effect, 'affected', f.affected, 'in_part', f.in_part, 'from_date', f.from_date, 'note', f.note) ORDER BY f.ordinal) FROM planning.plan_effect AS f WHERE f.plan_id = t.id) AS effects
  FROM planning.plan AS t LEFT JOIN meta.dataset ON dataset.id = t.dataset_id;

-- Every edition of a data set that was imported. An answer for a past day names the edition of that day, so that a later import does not change it.
CREATE TABLE meta.dataset_edition (
  dataset_id integer NOT NULL REFERENCES meta.dataset (id) ON DELETE CASCADE,
  source_date date,
  demonstration boolean NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX dataset_edition_dataset ON meta.dataset_edition (dataset_id, source_date);
INSERT INTO meta.dataset_edition (dataset_id, source_date, demonstration, imported_at) SELECT id, source_date, demonstration, imported_at FROM meta.dataset;
CREATE FUNCTION meta.note_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR (NEW.source_date, NEW.demonstration) IS DISTINCT FROM (OLD.source_date, OLD.demonstration) THEN
    INSERT INTO meta.dataset_edition (dataset_id, source_date, demonstration) VALUES (NEW.id, NEW.source_date, NEW.demonstration);
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER note_edition AFTER INSERT OR UPDATE ON meta.dataset FOR EACH ROW EXECUTE FUNCTION meta.note_edition();

-- The source date of a data set that a reader of that day would have seen: of the newest edition not later than the day, else of the first one.
CREATE FUNCTION meta.source_date_on(of_dataset text, on_day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(max(edition.source_date) FILTER (WHERE edition.source_date <= on_day), min(edition.source_date))
  FROM meta.dataset_edition AS edition JOIN meta.dataset ON dataset.id = edition.dataset_id
  WHERE dataset.name = of_dataset
$$;
