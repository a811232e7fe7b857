/** The content of a procedure as it is sent, and its fields in words for comparing two versions. Pure. */
import type { Procedure, ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { STAGES } from '../../domain/planning/stages.ts';
import type { Formats } from '../../domain/text/formats.ts';
import type { Language } from '../../domain/text/language.ts';
import { measured } from './zone-shapes.ts';

export const CONTENT_FIELDS = ['name', 'kind', 'procedure', 'definitionRegime', 'lead', 'boundary', 'events', 'documents', 'replaces'] as const satisfies readonly (keyof ProcedureContent)[];
export type ContentField = (typeof CONTENT_FIELDS)[number];

export const contentOf = ({ name, kind, procedure, definitionRegime, lead, boundary, events, documents, replaces }: Procedure): ProcedureContent =>
  ({ name, kind, procedure, definitionRegime, lead: lead?.id ?? null, boundary, events, documents, replaces });

export interface Wording { readonly lang: Language; readonly formats: Formats; readonly people: ReadonlyMap<number, string>; readonly none: string }

/** A value of a field as a line of text. */
export function fieldInWords<F extends ContentField>(field: F, value: ProcedureContent[F], { lang, formats, people, none }: Wording): string {
  switch (field) {
    case 'lead': return value === null ? none : people.get(value as number) ?? `#${String(value)}`;
    case 'boundary': return formats.area(measured(value as ProcedureContent['boundary']));
    case 'events': return (value as ProcedureContent['events']).map(({ stage, title, dueOn, onDate }) => [STAGES.find((one) => one.value === stage)!.label[lang], title, dueOn && `→ ${formats.date(dueOn)}`, onDate && formats.date(onDate)].filter(Boolean).join(', ')).join('; ') || none;
    case 'documents': return (value as ProcedureContent['documents']).map(({ title, number, dated, url }) => [title, number, dated && formats.date(dated), url].filter(Boolean).join(', ')).join('; ') || none;
    default: return value === null ? none : String(value);
  }
}

/** What is wrong with a content before it is sent, by field. */
export function faultsOfContent({ name, events, documents }: ProcedureContent): ReadonlySet<string> {
  return new Set([
    ...(name.trim() === '' ? ['name'] : []),
    ...events.flatMap(({ title, onDate, untilDate }, at) => [...(title.trim() === '' ? [`events.${at}.title`] : []), ...(onDate && untilDate && untilDate < onDate ? [`events.${at}.untilDate`] : [])]),
    ...documents.flatMap(({ title, url }, at) => [...(title.trim() === '' ? [`documents.${at}.title`] : []), ...(url !== null && !/^https?:\/\/\S+$/.test(url) ? [`documents.${at}.url`] : [])]),
  ]);
}
