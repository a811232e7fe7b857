-- What was not known on a day is not told of it: a resolution, a publication, the day of force or its end that came later.
-- Fields that the catalogue calls `byDay`: <view>_<field>_on(id, day). Without its own date a fact of an act that was law counts as known.
CREATE FUNCTION planning.was_law(of_plan integer, on_day date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT status IN ('in-force', 'superseded') FROM planning.plan_on(of_plan, on_day) $$;

CREATE FUNCTION layer.plans_resolution_on(of_plan integer, on_day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT resolution FROM planning.plan WHERE id = of_plan AND coalesce(resolution_date <= on_day, planning.was_law(of_plan, on_day)) $$;
CREATE FUNCTION layer.plans_resolution_date_on(of_plan integer, on_day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT resolution_date FROM planning.plan WHERE id = of_plan AND resolution_date <= on_day $$;
CREATE FUNCTION layer.plans_journal_on(of_plan integer, on_day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT journal FROM planning.plan WHERE id = of_plan AND coalesce(published_on <= on_day, planning.was_law(of_plan, on_day)) $$;
CREATE FUNCTION layer.plans_published_on_on(of_plan integer, on_day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT published_on FROM planning.plan WHERE id = of_plan AND published_on <= on_day $$;
CREATE FUNCTION layer.plans_in_force_from_on(of_plan integer, on_day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT in_force_from FROM planning.plan WHERE id = of_plan AND in_force_from <= on_day $$;
CREATE FUNCTION layer.plans_in_force_to_on(of_plan integer, on_day date) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT in_force_to FROM planning.plan WHERE id = of_plan AND in_force_to < on_day $$;

-- The first day of which a layer's registers can speak: that of their first edition; of editions without a date the day of their import.
CREATE FUNCTION meta.known_since(of_layer text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT min(coalesce(edition.source_date, (edition.imported_at AT TIME ZONE 'Europe/Warsaw')::date))
  FROM meta.dataset_edition AS edition JOIN meta.dataset ON dataset.id = edition.dataset_id
  WHERE dataset.layer = of_layer
$$;
