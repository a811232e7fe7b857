/** Rules of plan procedures: what stage they have reached, what is due, what faults of a draft stop it, and what the dated events make of the act. Pure. */
import type { DraftZone, Finding, ProcedureContent, ProcedureDocument, ProcedureEvent, ProcedureSummary } from '../contract/office/procedure.ts';
import type { DefinitionRegime } from '../planning/definition-regimes.ts';
import { PARAMETER_PARAGRAPHS, type RequiredParameter, requiredParameters } from '../planning/required-parameters.ts';
import type { Stage } from '../planning/stages.ts';
import { classesOfSymbol } from '../planning/zone-symbols.ts';

export type FindingKind = Finding['kind'];

/** Faults that would tell the public something wrong stop the publishing. Slivers lie below what a drawing shows, a missing paragraph misleads nobody. */
const BLOCKING: Readonly<Record<FindingKind, boolean>> = {
  gap: true, overlap: true, outside: true, 'unknown-symbol': true, 'symbol-class-mismatch': true, 'duplicate-symbol': true, 'missing-parameter': true, 'no-zones': true,
  'missing-paragraph': false, sliver: false,
};
export const isBlocking = (kind: FindingKind): boolean => BLOCKING[kind];
/** Zones are known by their symbol: two of one cannot both be published, whatever the reason. */
export const isOverrulable = (kind: FindingKind): boolean => kind !== 'duplicate-symbol' && kind !== 'no-zones';
export const isOpen = ({ blocking, overruled }: Pick<Finding, 'blocking' | 'overruled'>): boolean => blocking && overruled === null;

/** The stage of the last event that has happened by that day; of several on one day the last in order. */
export function stageOn(events: readonly ProcedureEvent[], day: string): Stage | null {
  const past = events.filter(({ onDate }) => onDate !== null && onDate <= day);
  return past.reduce<ProcedureEvent | null>((latest, event) => (latest === null || event.onDate! >= latest.onDate! ? event : latest), null)?.stage ?? null;
}

/** The first thing that is due and has not happened. */
export function nextDueOn(events: readonly ProcedureEvent[], day: string): ProcedureSummary['nextDue'] {
  const [next] = events.filter(({ dueOn, onDate }) => dueOn !== null && onDate === null).toSorted((a, b) => a.dueOn!.localeCompare(b.dueOn!));
  return next ? { title: next.title, dueOn: next.dueOn!, overdue: next.dueOn! < day } : null;
}

/** What the register says of an act besides its events, from events and documents; null where they do not tell. Days are ISO. */
export interface ActFacts {
  readonly resolution: string | null;
  readonly resolutionDate: string | null;
  readonly journal: string | null;
  readonly publishedOn: string | null;
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
}

const RESOLUTION = /^[IVXLCDM]+\/\d+\/\d{2}$/;
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Force begins with the first event of its kind and ends the day before repeal or annulment. */
export function actFactsOf({ events, documents }: Pick<ProcedureContent, 'events' | 'documents'>): ActFacts {
  const dated = (...stages: readonly Stage[]): string | null => events.filter(({ stage, onDate }) => stages.includes(stage) && onDate !== null).map(({ onDate }) => onDate!).toSorted()[0] ?? null;
  const document = (kind: ProcedureDocument['kind']): ProcedureDocument | undefined => documents.find((one) => one.kind === kind);
  const numbers = [document('resolution')?.number, ...events.filter(({ stage }) => stage === 'ADOPTED').map((event) => event.document)];
  const ended = dated('REPEALED', 'ANNULLED');
  const journal = document('journal');
  return {
    resolution: numbers.find((number) => number && RESOLUTION.test(number)) ?? null, resolutionDate: dated('ADOPTED') ?? document('resolution')?.dated ?? null,
    journal: journal ? journal.number ?? journal.title : events.find(({ stage, document: of }) => stage === 'PUBLISHED' && of !== null)?.document ?? null,
    publishedOn: dated('PUBLISHED'), inForceFrom: dated('IN_FORCE'), inForceTo: ended && dayBefore(ended),
  };
}

/** Figures beyond these are slips of a pen, or meant to break what is computed from them. */
const [LEAST_HEIGHT_M, MOST_HEIGHT_M, MOST_INTENSITY] = [0.1, 1_000, 1_000];

/** What is wrong with the figures of a zone, as [field, what]; such a zone is not taken. */
export function faultsOfZone(zone: Omit<DraftZone, 'geometry'>): (readonly [field: string, message: string])[] {
  const { maxHeightM, minIntensity, maxIntensity, maxBuiltUpPct, minBioActivePct } = zone;
  return [
    ...(maxHeightM === 0 ? [['maxHeightM', 'must be above 0; leave it out when the plan sets none'] as const] : []),
    ...(maxHeightM !== null && maxHeightM !== 0 && (maxHeightM < LEAST_HEIGHT_M || maxHeightM > MOST_HEIGHT_M) ? [['maxHeightM', 'is not between 10 cm and 1000 m'] as const] : []),
    ...([['minIntensity', minIntensity], ['maxIntensity', maxIntensity]] as const).flatMap(([field, value]) => (value !== null && value > MOST_INTENSITY ? [[field, 'is above 1000'] as const] : [])),
    ...(minIntensity !== null && maxIntensity !== null && minIntensity > maxIntensity ? [['minIntensity', 'is above the most'] as const] : []),
    ...([['maxBuiltUpPct', maxBuiltUpPct], ['minBioActivePct', minBioActivePct]] as const).flatMap(([field, value]) => (value !== null && value > 100 ? [[field, 'is above 100 %'] as const] : [])),
  ];
}

export interface ZoneFault {
  readonly kind: Extract<FindingKind, 'unknown-symbol' | 'symbol-class-mismatch' | 'duplicate-symbol' | 'missing-parameter' | 'missing-paragraph'>;
  readonly symbol: string;
  readonly ids: readonly number[];
  readonly parameter: string | null;
}

/** Faults of symbols and parameters, zone by zone; those of several zones with one symbol are told once. */
export function faultsOfSymbols(zones: readonly (Omit<DraftZone, 'geometry'> & { readonly id: number })[], regime: DefinitionRegime): ZoneFault[] {
  const faults = new Map<string, ZoneFault & { ids: number[] }>();
  const tell = (kind: ZoneFault['kind'], { symbol, id }: { readonly symbol: string; readonly id: number }, parameter: string | null = null): void => {
    const name = JSON.stringify([kind, symbol, parameter]);
    const told = faults.get(name);
    if (!told) faults.set(name, { kind, symbol, ids: [id], parameter });
    else if (!told.ids.includes(id)) told.ids.push(id);
  };
  const counts = new Map<string, number>();
  for (const { symbol } of zones) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  for (const zone of zones) {
    if (counts.get(zone.symbol)! > 1) tell('duplicate-symbol', zone);
    const classes = classesOfSymbol(zone.symbol);
    if (classes.length === 0) tell('unknown-symbol', zone);
    else if (!classes.includes(zone.zoneClass)) tell('symbol-class-mismatch', zone);
    for (const parameter of requiredParameters(zone.zoneClass, regime)) if (zone[parameter] === null || zone[parameter] === '') tell('missing-parameter', zone, parameter);
    if (!zone.paragraph) tell('missing-paragraph', zone, 'paragraph');
    for (const [parameter, paragraph] of Object.entries(PARAMETER_PARAGRAPHS)) {
      const value = zone[parameter as RequiredParameter];
      if (value !== null && value !== '' && !zone[paragraph]) tell('missing-paragraph', zone, paragraph);
    }
  }
  return [...faults.values()];
}
