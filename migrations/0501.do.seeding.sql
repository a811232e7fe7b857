-- Whether the demonstration data were begun and finished: an interrupted first start goes on with them, a database with other data never gets them.
CREATE TABLE meta.seeding (
  id integer PRIMARY KEY CHECK (id = 1),
  begun_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
