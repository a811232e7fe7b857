/** Planning acts: local spatial plans (MPZP) and the draft of the general plan (POG), with the state of their procedure. */
import { PLAN_STATUSES, STAGES } from '../planning/stages.ts';
import { DEFINITION_REGIMES } from '../planning/definition-regimes.ts';
import { defineLayer } from './define.ts';
import { CITY_PLANNING } from './sources.ts';

export const plans = defineLayer({
  id: 'plans',
  subject: 'planning',
  title: { pl: 'Plany miejscowe', en: 'Local spatial plans' },
  abstract: { pl: 'Zasięgi planów obowiązujących, sporządzanych i archiwalnych wraz ze stanem procedury.', en: 'Extents of plans in force, in preparation and archived, with the state of their procedure.' },
  geometry: 'polygon',
  zooms: { min: 9, max: 24, maxTile: 16 },
  fields: [
    { name: 'name', type: 'text', tile: true, searchable: true, filterable: true, label: { pl: 'Nazwa planu', en: 'Plan name' } },
    { name: 'kind', type: 'text', tile: true, filterable: true, label: { pl: 'Rodzaj aktu', en: 'Kind of act' }, codes: [
      { value: 'MPZP', label: { pl: 'miejscowy plan zagospodarowania przestrzennego', en: 'local spatial plan' } },
      { value: 'POG', label: { pl: 'plan ogólny gminy', en: 'general municipal plan' } },
      { value: 'ZPI', label: { pl: 'zintegrowany plan inwestycyjny', en: 'integrated investment plan' } },
    ] },
    { name: 'status', type: 'text', tile: true, filterable: true, byDay: true, label: { pl: 'Stan', en: 'Status' }, codes: PLAN_STATUSES },
    { name: 'stage', type: 'text', filterable: true, byDay: true, label: { pl: 'Etap procedury', en: 'Stage of the procedure' }, codes: STAGES },
    { name: 'resolution', type: 'text', searchable: true, filterable: true, byDay: true, label: { pl: 'Uchwała', en: 'Resolution' } },
    { name: 'resolution_date', type: 'date', byDay: true, label: { pl: 'Data uchwały', en: 'Date of resolution' } },
    { name: 'journal', type: 'text', byDay: true, label: { pl: 'Dziennik Urzędowy', en: 'Official journal' } },
    { name: 'published_on', type: 'date', byDay: true, label: { pl: 'Data ogłoszenia', en: 'Published on' } },
    { name: 'in_force_from', type: 'date', filterable: true, byDay: true, label: { pl: 'Obowiązuje od', en: 'In force from' } },
    { name: 'in_force_to', type: 'date', byDay: true, label: { pl: 'Obowiązywał do', en: 'In force until' } },
    { name: 'replaces', type: 'text', label: { pl: 'Zastępuje', en: 'Replaces' } },
    { name: 'area_ha', type: 'number', unit: 'ha', filterable: true, label: { pl: 'Powierzchnia', en: 'Area' }, note: { pl: 'Obliczona z geometrii w układzie PL-2000', en: 'Computed from the geometry in PL-2000' } },
    { name: 'definition_regime', type: 'text', label: { pl: 'Definicje wskaźników', en: 'Definitions of parameters' }, codes: DEFINITION_REGIMES },
    { name: 'procedure', type: 'text', label: { pl: 'Procedura', en: 'Procedure' }, codes: [
      { value: 'OLD', label: { pl: 'dotychczasowa (wyłożenie i dyskusja publiczna)', en: 'former (public exhibition and discussion)' } },
      { value: 'NEW', label: { pl: 'nowa (konsultacje społeczne)', en: 'new (public consultation)' } },
    ] },
    { name: 'events', type: 'json', label: { pl: 'Przebieg procedury', en: 'Course of the procedure' } },
    { name: 'documents', type: 'json', label: { pl: 'Dokumenty', en: 'Documents' } },
    { name: 'effects', type: 'json', label: { pl: 'Skutki dla innych aktów', en: 'Effects on other acts' } },
  ],
  titleField: 'name',
  symbology: { field: 'status', kind: 'categories', classes: [
    { value: 'in-force', label: PLAN_STATUSES[0].label, tone: 'in-force', pattern: 'none' },
    { value: 'in-consultation', label: PLAN_STATUSES[1].label, tone: 'in-consultation', pattern: 'hatch' },
    { value: 'in-preparation', label: PLAN_STATUSES[2].label, tone: 'in-preparation', pattern: 'dash' },
    { value: 'superseded', label: PLAN_STATUSES[3].label, tone: 'superseded', pattern: 'dots' },
  ] },
  label: { field: 'name', minZoom: 12 },
  generalised: { belowZoom: 12, view: 'plans_generalised', fields: ['name', 'kind', 'status'] },
  temporal: true,
  source: CITY_PLANNING,
  accuracyM: 1,
  visible: true,
  searchKind: 'plan',
  searchContext: '{status} · {resolution}',
});
