/** Fields of an annotation and their values in words, as form, merge and history say them. */
import { useQuery } from '@tanstack/react-query';
import { colleaguesQuery, useAccount } from '../api/session.ts';
import type { AnnotationContent, AnnotationSubject } from '../../domain/contract/office/annotation.ts';
import { STATUSES, VISIBILITIES } from '../../domain/office/annotation-rules.ts';
import { CATEGORIES, PRIORITIES } from '../../domain/office/annotation-words.ts';
import { shortParcelName } from '../../domain/geo/parcel-identifier.ts';
import type { Formats } from '../../domain/text/formats.ts';
import type { Shape } from '../draw/drawing.ts';
import { areaM2, lengthM } from '../draw/geodesic.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { kindOf, shapesOf } from './content.ts';
import type { Field } from './merge.ts';

export const FIELD_TEXTS = defineTexts({
  pl: {
    title: 'Tytuł', text: 'Treść', category: 'Kategoria', priority: 'Priorytet', dueOn: 'Termin', assignee: 'Osoba prowadząca', visibility: 'Widoczność', tags: 'Etykiety', subjects: 'Dotyczy', geometry: 'Kształt na mapie',
    none: 'brak', point: (n: string, form: Intl.LDMLPluralRule) => `${n} ${form === 'one' ? 'punkt' : form === 'few' ? 'punkty' : 'punktów'}`, line: (n: string, form: Intl.LDMLPluralRule) => `${n} ${form === 'one' ? 'linia' : form === 'few' ? 'linie' : 'linii'}`, polygon: (n: string, form: Intl.LDMLPluralRule) => `${n} ${form === 'one' ? 'wielokąt' : form === 'few' ? 'wielokąty' : 'wielokątów'}`, somebody: (id: number) => `konto nr ${id}`,
    parcel: (name: string) => `Działka ${name}`, zone: (symbol: string, plan: string) => `Teren ${symbol} (${plan})`, plan: (key: string) => `Plan ${key}`, paragraph: (paragraph: string, plan: string) => `${paragraph} planu ${plan}`,
  },
  en: {
    title: 'Title', text: 'Text', category: 'Category', priority: 'Priority', dueOn: 'Due day', assignee: 'Assignee', visibility: 'Visibility', tags: 'Tags', subjects: 'About', geometry: 'Shape on the map',
    none: 'none', point: (n: string, form: Intl.LDMLPluralRule) => `${n} ${form === 'one' ? 'point' : 'points'}`, line: (n: string, form: Intl.LDMLPluralRule) => `${n} ${form === 'one' ? 'line' : 'lines'}`, polygon: (n: string, form: Intl.LDMLPluralRule) => `${n} ${form === 'one' ? 'polygon' : 'polygons'}`, somebody: (id: number) => `account no. ${id}`,
    parcel: (name: string) => `Parcel ${name}`, zone: (symbol: string, plan: string) => `Zone ${symbol} (${plan})`, plan: (key: string) => `Plan ${key}`, paragraph: (paragraph: string, plan: string) => `${paragraph} of plan ${plan}`,
  },
});

/** What an annotation is about, in words. */
export function useSubjectWords(): (subject: AnnotationSubject) => string {
  const texts = useTexts(FIELD_TEXTS);
  return (subject) => {
    const { kind, key } = subject;
    if (kind === 'parcel') return texts.parcel(shortParcelName(key));
    if (kind === 'zone') return texts.zone(key.split(':').at(-1)!, key.split(':')[0]!);
    return kind === 'plan' ? texts.plan(key) : texts.paragraph(subject.paragraph, key);
  };
}

type Labelled = readonly { readonly value: string; readonly label: { readonly pl: string; readonly en: string } }[];

export function useLabels() {
  const say = useSay();
  const label = (list: Labelled) => (value: string): string => {
    const found = list.find((one) => one.value === value);
    return found ? say(found.label) : value;
  };
  return { status: label(STATUSES), visibility: label(VISIBILITIES), category: label(CATEGORIES), priority: label(PRIORITIES) };
}

/** Length of lines, area of polygons; nothing for points. */
export function measureOf(shapes: readonly Omit<Shape, 'id'>[], formats: Pick<Formats, 'length' | 'area'>): string | null {
  const kind = kindOf(shapes);
  if (kind === 'line') return formats.length(shapes.reduce((sum, { vertices }) => sum + lengthM(vertices), 0));
  return kind === 'polygon' ? formats.area(shapes.reduce((sum, { vertices, holes = [] }) => sum + areaM2(vertices) - holes.reduce((out, hole) => out + areaM2(hole), 0), 0)) : null;
}

/** A value of a field in words. */
export function useFieldWords(): (field: Field, value: AnnotationContent[Field]) => string {
  const texts = useTexts(FIELD_TEXTS);
  const formats = useFormats();
  const labels = useLabels();
  const subject = useSubjectWords();
  const account = useAccount();
  const { data: colleagues = [] } = useQuery({ ...colleaguesQuery, enabled: account !== null });
  return (field, value) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return texts.none;
    if (field === 'category' || field === 'priority' || field === 'visibility') return labels[field](value as string);
    if (field === 'dueOn') return formats.date(value as string);
    if (field === 'assignee') return colleagues.find(({ id }) => id === value)?.name ?? texts.somebody(value as number);
    if (field === 'tags') return (value as string[]).join(', ');
    if (field === 'subjects') return (value as AnnotationSubject[]).map(subject).join('; ');
    if (field !== 'geometry') return String(value);
    const shapes = shapesOf(value as AnnotationContent['geometry']);
    return [texts[kindOf(shapes)!](formats.number(shapes.length), formats.plural(shapes.length)), measureOf(shapes, formats)].filter(Boolean).join(', ');
  };
}
