-- Annotations of the office: what stands now, every version there was, comments, attachments. Versions are never altered.

CREATE TABLE office.annotation (
  -- Chosen by the client, so that a repeated request makes no second one.
  id uuid PRIMARY KEY,
  version integer NOT NULL CHECK (version > 0),
  status text NOT NULL CHECK (status IN ('open', 'in-review', 'decided', 'closed')),
  visibility text NOT NULL CHECK (visibility IN ('mine', 'office', 'public')),
  category text NOT NULL,
  priority text NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body text NOT NULL CHECK (length(body) <= 10000),
  tags text[] NOT NULL CHECK (cardinality(tags) <= 20),
  due_on date,
  assignee integer REFERENCES office.account (id),
  author integer NOT NULL REFERENCES office.account (id),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- Null: an update of the cadastre.
  changed_by integer REFERENCES office.account (id),
  deleted_at timestamptz,
  -- What was drawn; null when it is attached only.
  geom geometry(Geometry, 2178) CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom) AND ST_NPoints(geom) <= 10000),
  -- Where its symbol stands: on what was drawn, else on the first of its subjects.
  place geometry(Point, 2178) NOT NULL,
  geom_3857 geometry(Geometry, 3857) GENERATED ALWAYS AS (ST_Transform(coalesce(geom, place), 3857)) STORED,
  place_3857 geometry(Point, 3857) GENERATED ALWAYS AS (ST_Transform(place, 3857)) STORED,
  -- As the map sends them: a view of ten thousand is sent without computing anything.
  place_json text GENERATED ALWAYS AS (ST_AsGeoJSON(ST_Transform(place, 4326), 6, 0)) STORED,
  drawn_json text GENERATED ALWAYS AS (ST_AsGeoJSON(ST_Transform(geom, 4326), 6, 0)) STORED,
  -- What a search by text reads.
  words text GENERATED ALWAYS AS (meta.normalised(title || ' ' || body)) STORED
);
CREATE INDEX annotation_geom_3857 ON office.annotation USING gist (geom_3857);
CREATE INDEX annotation_place_3857 ON office.annotation USING gist (place_3857);
CREATE INDEX annotation_place ON office.annotation USING gist (place);
CREATE INDEX annotation_changed ON office.annotation (changed_at DESC, id);
CREATE INDEX annotation_author ON office.annotation (author);
CREATE INDEX annotation_assignee ON office.annotation (assignee, due_on);
CREATE INDEX annotation_words ON office.annotation USING gin (words gin_trgm_ops);
CREATE INDEX annotation_tags ON office.annotation USING gin (tags);

-- What an annotation is about, by lasting key. `paragraph` of the plan `key`; '' otherwise.
CREATE TABLE office.annotation_subject (
  annotation_id uuid NOT NULL REFERENCES office.annotation (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('parcel', 'zone', 'plan', 'paragraph')),
  key text NOT NULL CHECK (length(key) <= 200),
  paragraph text NOT NULL DEFAULT '' CHECK ((paragraph <> '') = (kind = 'paragraph') AND length(paragraph) <= 100),
  ordinal smallint NOT NULL,
  PRIMARY KEY (annotation_id, kind, key, paragraph)
);
CREATE INDEX annotation_subject_key ON office.annotation_subject (kind, key);

-- Every version: the content as it stood then, and who, when, what.
CREATE TABLE office.annotation_version (
  annotation_id uuid NOT NULL REFERENCES office.annotation (id),
  version integer NOT NULL,
  -- The entry of the audit trail that tells of it.
  seq bigint NOT NULL REFERENCES audit.entry (seq),
  at timestamptz NOT NULL,
  by_account integer REFERENCES office.account (id),
  action text NOT NULL,
  note text,
  content jsonb NOT NULL,
  geom geometry(Geometry, 2178),
  PRIMARY KEY (annotation_id, version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON office.annotation_version FOR EACH ROW EXECUTE FUNCTION audit.refuse();

CREATE TABLE office.annotation_comment (
  id uuid PRIMARY KEY,
  annotation_id uuid NOT NULL REFERENCES office.annotation (id),
  author integer NOT NULL REFERENCES office.account (id),
  at timestamptz NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  mentions integer[] NOT NULL,
  -- Taken back by its author: the place stays, the words are not shown.
  withdrawn_at timestamptz
);
CREATE INDEX annotation_comment_annotation ON office.annotation_comment (annotation_id, at);
CREATE INDEX annotation_comment_mentions ON office.annotation_comment USING gin (mentions);

CREATE TABLE office.attachment (
  id uuid PRIMARY KEY,
  annotation_id uuid NOT NULL REFERENCES office.annotation (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes integer NOT NULL CHECK (bytes BETWEEN 1 AND 10485760),
  sha256 bytea NOT NULL,
  data bytea NOT NULL,
  added_by integer NOT NULL REFERENCES office.account (id),
  added_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX attachment_annotation ON office.attachment (annotation_id);

-- What an annotation is about, in the words of the contract and the order of its author.
CREATE FUNCTION office.annotation_subjects(of_annotation uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(CASE kind WHEN 'paragraph' THEN jsonb_build_object('kind', kind, 'key', key, 'paragraph', paragraph)
    ELSE jsonb_build_object('kind', kind, 'key', key) END ORDER BY ordinal), '[]'::jsonb)
  FROM office.annotation_subject WHERE annotation_id = of_annotation
$$;

-- The content of an annotation as it stands, in the words of the contract (AnnotationContent without geometry, and its status).
CREATE FUNCTION office.annotation_content(of_annotation office.annotation) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'status', of_annotation.status, 'visibility', of_annotation.visibility, 'category', of_annotation.category, 'priority', of_annotation.priority,
    'title', of_annotation.title, 'text', of_annotation.body, 'tags', to_jsonb(of_annotation.tags), 'dueOn', of_annotation.due_on, 'assignee', of_annotation.assignee,
    'deleted', of_annotation.deleted_at IS NOT NULL,
    'subjects', office.annotation_subjects(of_annotation.id))
$$;

-- Writes down the version that stands now, with its audit entry; returns the entry's number. Every writer's last statement.
CREATE FUNCTION office.record_version(of_annotation uuid, by_actor integer, did text, with_note text DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  now_standing office.annotation;
  entry bigint;
BEGIN
  SELECT * INTO STRICT now_standing FROM office.annotation WHERE id = of_annotation;
  -- Who may hear of it, now and before, without reading the annotation again.
  entry := audit.append(by_actor, did, 'annotation', of_annotation::text, jsonb_strip_nulls(jsonb_build_object('version', now_standing.version, 'visibility', now_standing.visibility,
    'author', now_standing.author, 'was', (SELECT content ->> 'visibility' FROM office.annotation_version WHERE annotation_id = of_annotation AND version = now_standing.version - 1),
    'sha256', encode(sha256(convert_to(office.annotation_content(now_standing)::text || coalesce(ST_AsText(now_standing.geom), '') || coalesce(with_note, ''), 'UTF8')), 'hex'))));
  INSERT INTO office.annotation_version
  SELECT of_annotation, now_standing.version, entry, now_standing.changed_at, by_actor, did, with_note, office.annotation_content(now_standing), now_standing.geom;
  RETURN entry;
END;
$$;
