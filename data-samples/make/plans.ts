/** Planning acts with the events of their procedures; the outline of a plan is exactly that of its zones. */
import { STAGES, type Stage } from '../../domain/planning/stages.ts';
import type { City } from './city.ts';
import { areaGeometry, nodeTexts, type Feature } from './geojson.ts';
import { GENERAL_PLAN_KEY, PLANS, type PlanEntry } from './plan-catalogue.ts';
import { documentsOf, effectsOf } from './plan-papers.ts';
import { validity, versionsOf, type Zones } from './zones.ts';
import { definitionRegime } from './zone-parameters.ts';

/** One dated step of a procedure, as the layer carries it. */
interface Event {
  readonly stage: Stage;
  readonly on_date: string;
  readonly until_date: string | null;
  readonly title: string;
  readonly document: string | null;
}

const event = (stage: Stage, on: string, title: string, more: { until?: string; document?: string | null } = {}): Event =>
  ({ stage, on_date: on, until_date: more.until ?? null, title, document: more.document ?? null });

const PUBLISHED = 'Ogłoszenie w Dzienniku Urzędowym Województwa Małopolskiego';

const later = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const polishDay = (date: string): string => { const [year, month, day] = date.split('-'); return `${Number(day)}.${month}.${year}`; };
const order = (stage: Stage): number => STAGES.findIndex(({ value }) => value === stage);

/** Known dates, and in between plausible ones: a stage comes when its turn in the procedure is reached. */
function eventsOf(plan: PlanEntry): Event[] {
  const end = plan.resolutionDate ?? plan.inForceFrom ?? plan.councilOn ?? plan.consultation?.[0] ?? later(plan.initiatedOn, 900);
  const days = (Date.parse(end) - Date.parse(plan.initiatedOn)) / 86_400_000;
  const reached = plan.stage ?? 'IN_FORCE';
  const guessed = later(plan.initiatedOn, Math.round(days * 0.72));
  const shown = plan.consultation ?? [guessed, later(guessed, 29)] as const;
  const isNew = plan.procedure === 'NEW';
  const remarksUntil = plan.remarksUntil ?? later(shown[1], 14);
  const consultation = isNew ? 'Konsultacje społeczne: zbieranie uwag, spotkania, dyżury projektantów'
    : `Wyłożenie projektu do publicznego wglądu, uwagi do ${polishDay(remarksUntil)}`;
  const council = plan.councilOn ?? (plan.resolutionDate ? later(plan.resolutionDate, -28) : null);
  const all = [
    event('INITIATION', plan.initiatedOn, 'Uchwała o przystąpieniu do sporządzania planu', { document: plan.initiation ?? null }),
    event('APPLICATIONS', later(plan.initiatedOn, 40), 'Zbieranie wniosków do planu', { until: later(plan.initiatedOn, 70) }),
    event('DRAFTING', later(plan.initiatedOn, 120), 'Sporządzanie projektu planu i prognozy oddziaływania na środowisko'),
    event('OPINIONS', later(plan.initiatedOn, Math.max(150, Math.round(days * 0.5))), 'Opiniowanie i uzgodnienia projektu'),
    event('CONSULTATION', shown[0], consultation, { until: shown[1] }),
    event('REMARKS_RESOLVED', later(remarksUntil, 21), isNew ? 'Raport z konsultacji' : 'Zarządzenie Prezydenta Miasta Krakowa o rozpatrzeniu uwag'),
    ...(council ? [event('COUNCIL', council, 'Projekt uchwały w Radzie Miasta Krakowa')] : []),
    ...(plan.resolutionDate ? [event('ADOPTED', plan.resolutionDate, 'Uchwała Rady Miasta Krakowa', { document: plan.resolution })] : []),
    ...(plan.publishedOn ? [event('PUBLISHED', plan.publishedOn, PUBLISHED, { document: plan.journal })] : []),
    ...(plan.inForceFrom ? [event('IN_FORCE', plan.inForceFrom, 'Wejście planu w życie')] : []),
    ...(plan.inForceTo ? [event('REPEALED', later(plan.inForceTo, 1), 'Plan zastąpiony nowym planem')] : []),
  ];
  return all.filter(({ stage }) => order(stage) <= order(plan.inForceTo ? 'REPEALED' : reached))
    .sort((a, b) => Date.parse(a.on_date) - Date.parse(b.on_date) || order(a.stage) - order(b.stage));
}

/** The general plan as far as sources agree: begun in 2024, in preparation. */
const GENERAL_PLAN_EVENTS: readonly Event[] = [
  event('INITIATION', '2024-02-14', 'Przystąpienie do sporządzania planu ogólnego gminy'),
  event('APPLICATIONS', '2024-02-26', 'Zbieranie wniosków do planu ogólnego (termin przedłużany do 30 czerwca 2024 r.)', { until: '2024-06-30' }),
  event('DRAFTING', '2024-07-01', 'Sporządzanie projektu planu ogólnego'),
];

export function planFeatures(city: City, { map, zones }: Zones): Feature[] {
  const text = nodeTexts(map);
  const local = PLANS.flatMap((plan): Feature[] => {
    const properties = {
      key: plan.key, name: plan.name, kind: 'MPZP', status: plan.status, stage: plan.inForceTo ? 'REPEALED' : (plan.stage ?? 'IN_FORCE'),
      resolution: plan.resolution, resolution_date: plan.resolutionDate, journal: plan.journal, published_on: plan.publishedOn,
      in_force_from: plan.inForceFrom, in_force_to: plan.inForceTo ?? null, replaces: plan.replaces ?? null,
      definition_regime: definitionRegime(plan), procedure: plan.procedure, events: eventsOf(plan), documents: documentsOf(plan), effects: effectsOf(plan),
    };
    // A plan is on the map from the day on which it was begun.
    const stands = { ...validity(plan), valid_from: plan.initiatedOn };
    const faces = zones.filter((zone) => zone.plan === plan).flatMap((zone) => [...zone.faces]);
    return versionsOf(zones, plan, faces, stands).map(({ faces: own, ...valid }) => ({ properties: { ...properties, ...valid }, geometry: areaGeometry(map.dissolve(own), text) }));
  });
  const whole = city.graph.map;
  return [...local, {
    properties: {
      key: GENERAL_PLAN_KEY, name: 'Plan ogólny Krakowa (projekt)', kind: 'POG', status: 'in-preparation', stage: 'DRAFTING',
      definition_regime: 'ACT_2023', procedure: 'NEW',
      events: GENERAL_PLAN_EVENTS, documents: [], effects: [], valid_from: '2024-02-14',
    },
    geometry: areaGeometry(whole.dissolve(whole.faces()), nodeTexts(whole)),
  }];
}
