-- Keeps what stands of a plan (key) on a day, before a publication: its row with events, documents, effects, and its zones. Indexes plan_key, zone_plan.
WITH kept AS (
  INSERT INTO office.standing_plan (publication_id, row_id, valid, attributes, events, documents, effects, geom)
  SELECT ${publication}, plan.id, plan.valid,
    jsonb_build_object('key', plan.key, 'dataset_id', plan.dataset_id, 'name', plan.name, 'kind', plan.kind, 'status', plan.status, 'stage', plan.stage, 'resolution', plan.resolution,
      'resolution_date', plan.resolution_date, 'journal', plan.journal, 'published_on', plan.published_on, 'in_force_from', plan.in_force_from, 'in_force_to', plan.in_force_to,
      'replaces', plan.replaces, 'definition_regime', plan.definition_regime, 'procedure', plan.procedure),
    coalesce((SELECT jsonb_agg(to_jsonb(part)) FROM planning.plan_event AS part WHERE part.plan_id = plan.id), '[]'),
    coalesce((SELECT jsonb_agg(to_jsonb(part)) FROM planning.plan_document AS part WHERE part.plan_id = plan.id), '[]'),
    coalesce((SELECT jsonb_agg(to_jsonb(part)) FROM planning.plan_effect AS part WHERE part.plan_id = plan.id), '[]'), plan.geom
  FROM planning.plan WHERE plan.key = ${key} AND plan.valid @> ${day}::date
)
INSERT INTO office.standing_zone (publication_id, row_id, valid, attributes, geom)
SELECT ${publication}, zone.id, zone.valid,
  jsonb_build_object('key', zone.key, 'dataset_id', zone.dataset_id, 'plan_key', zone.plan_key, 'symbol', zone.symbol, 'zone_class', zone.zone_class, 'designation', zone.designation,
    'paragraph', zone.paragraph, 'definition_regime', zone.definition_regime, 'max_height_m', zone.max_height_m, 'max_height_paragraph', zone.max_height_paragraph,
    'min_intensity', zone.min_intensity, 'max_intensity', zone.max_intensity, 'intensity_paragraph', zone.intensity_paragraph, 'max_built_up_pct', zone.max_built_up_pct,
    'built_up_paragraph', zone.built_up_paragraph, 'min_bio_active_pct', zone.min_bio_active_pct, 'bio_active_paragraph', zone.bio_active_paragraph, 'parking', zone.parking,
    'parking_paragraph', zone.parking_paragraph), zone.geom
FROM planning.zone WHERE zone.plan_key = ${key} AND zone.valid @> ${day}::date
