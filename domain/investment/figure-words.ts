/** Figures of capacity in words: at most, at least, or why it is not known. */
import type { Capacity, CapacityFigure } from '../contract/investment/capacity.ts';
import type { Formats } from '../text/formats.ts';
import { defineTexts, type Texts } from '../text/language.ts';

type Part = CapacityFigure['parts'][number];

export const FIGURE_TEXTS = defineTexts({
  pl: {
    footprint: 'Powierzchnia zabudowy', floorArea: 'Powierzchnia wszystkich kondygnacji', height: 'Wysokość', green: 'Zieleń (teren biologicznie czynny)', parking: 'Miejsca postojowe',
    most: (value: string) => `najwyżej ${value}`, least: (value: string) => `co najmniej ${value}`, 'most-needed': (value: string) => `potrzeba najwyżej ${value}`,
    places: (count: string, plural: Intl.LDMLPluralRule) => `${count}\u202f${({ one: 'miejsca', few: 'miejsc', many: 'miejsc' } as Partial<Record<Intl.LDMLPluralRule, string>>)[plural] ?? 'miejsca'}`,
    where: 'tam, gdzie plan to ustala', countable: 'tam, gdzie da się to policzyć', overlap: 'nie wiadomo – strefy się nakładają', notKnown: 'nie wiadomo', unknownOn: (area: string) => `bez ustalenia: ${area}`, uncountableOn: (area: string) => `zależy od projektu lub nie ustalono: ${area}`, stripsOn: (area: string) => `bez paska przy granicy strefy: ${area}`,
    range: (from: string, to: string) => `zależnie od strefy: ${from}–${to}`, plan: (text: string) => `plan: ${text}`,
    'no-zone': 'nie wiadomo – brak planu', 'not-set': 'plan tego nie ustala', 'words-only': 'tylko słowa planu', 'depends-on-project': 'zależy od projektu', 'no-least': 'plan nie żąda minimum', 'no-floor-area': 'plan nie ustala intensywności, z której to policzyć',
    rule: { footprint: (rule: string) => `${rule} terenu`, floorArea: (rule: string) => `intensywność ${rule}`, height: (rule: string) => rule, green: (rule: string) => `${rule} terenu`, parking: (rule: string) => rule },
  },
  en: {
    footprint: 'Footprint', floorArea: 'Area of all floors', height: 'Height', green: 'Green (biologically active)', parking: 'Parking places',
    most: (value: string) => `at most ${value}`, least: (value: string) => `at least ${value}`, 'most-needed': (value: string) => `at most ${value} needed`,
    places: (count: string, plural: Intl.LDMLPluralRule) => `${count} ${plural === 'one' ? 'place' : 'places'}`,
    where: 'where the plan sets it', countable: 'where it can be counted', overlap: 'not known – zones overlap', notKnown: 'not known', unknownOn: (area: string) => `not set on ${area}`, uncountableOn: (area: string) => `depends on the project or is not set: ${area}`, stripsOn: (area: string) => `without a strip at the border of the zone: ${area}`,
    range: (from: string, to: string) => `by zone: ${from}–${to}`, plan: (text: string) => `plan: ${text} (the legal text is Polish)`,
    'no-zone': 'not known – no plan', 'not-set': 'not set by the plan', 'words-only': 'only words of the plan', 'depends-on-project': 'depends on the project', 'no-least': 'the plan asks for no minimum', 'no-floor-area': 'the plan sets no intensity to count it from',
    rule: { footprint: (rule: string) => `${rule} of the land`, floorArea: (rule: string) => `intensity ${rule}`, height: (rule: string) => rule, green: (rule: string) => `${rule} of the land`, parking: (rule: string) => rule },
  },
});
type Words = typeof FIGURE_TEXTS extends Texts<infer T> ? T : never;

/** Rounded to the side that stays true: what is allowed down, what is asked for up. */
function printed({ unit, bound }: CapacityFigure, value: number, words: Words, formats: Formats): string {
  // A sum of parts like 0.1 + 0.2 must not climb to the next whole.
  const exact = Math.round(value * 1000) / 1000;
  if (unit === 'm') return `${formats.number(exact, 1)}\u202fm`;
  const whole = bound === 'most' ? Math.floor(exact) : Math.ceil(exact);
  return unit === 'm2' ? formats.squareMetres(whole) : words.places(formats.number(whole), formats.plural(whole));
}

/** Narrower strips are told once, among the remarks. */
const STRIP_M2 = 1;

export interface FigureWords {
  readonly value: string;
  readonly known: boolean;
  readonly notes: readonly string[];
}

/** Of the whole land. */
export function figureWords(figure: CapacityFigure, { pieces, overlapM2 }: Pick<Capacity, 'pieces' | 'overlapM2'>, words: Words, formats: Formats): FigureWords {
  const { known, value, bound, name, parts, unknownM2 } = figure;
  const rules = [...new Set(parts.flatMap(({ text }) => (text === null ? [] : [words.plan(text)])))];
  if (overlapM2 > 0) return { value: words.overlap, known: false, notes: rules };
  if (known === null) {
    // Strips at a border are no reason of the whole, unless there is nothing else.
    const firm = parts.filter((_, at) => pieces[at]!.overlap !== 'edge');
    const reasons = new Set((firm.length > 0 ? firm : parts).map(({ unknown }) => unknown));
    const [reason] = reasons;
    return { value: reasons.size === 1 && reason ? words[reason] : words.notKnown, known: false, notes: rules };
  }
  const heights = name === 'height' ? parts.flatMap((part) => part.value ?? []) : [];
  const lowest = Math.min(...heights);
  return {
    value: `${words[bound](printed(figure, known, words, formats))}${value === null ? ` ${name === 'parking' ? words.countable : words.where}` : ''}`, known: true,
    notes: [
      ...(heights.length > 1 && lowest < known ? [words.range(formats.number(lowest, 1), `${formats.number(known, 1)}\u202fm`)] : []),
      ...(value === null ? [(name === 'parking' ? words.uncountableOn : words.unknownOn)(formats.area(unknownM2))] : unknownM2 >= STRIP_M2 ? [words.stripsOn(formats.area(unknownM2))] : []),
      ...rules,
    ],
  };
}

/** Of one part: `40 % terenu → 475 m²`, or why not; with its paragraph. */
export function partWords(figure: CapacityFigure, { value, rule, text, unknown, parking }: Part, words: Words, formats: Formats): string {
  const { name } = figure;
  if (value === null) return [text, unknown && words[unknown]].filter(Boolean).join(' – ');
  if (name === 'height') return words[figure.bound](printed(figure, value, words, formats));
  const said = parking ? text! : name === 'floorArea' ? formats.number(rule!, 2) : formats.percent(rule!);
  return `${words.rule[name](said)} → ${words[figure.bound](printed(figure, value, words, formats))}`;
}
