/** The value of a declared field as people read it. */
import type { Field } from './layer.ts';
import type { Formats } from '../text/formats.ts';
import type { Language } from '../text/language.ts';

const YES_NO: Readonly<Record<Language, readonly [yes: string, no: string]>> = { pl: ['tak', 'nie'], en: ['yes', 'no'] };
const SPACE = '\u202f';

function withUnit(value: number, unit: Field['unit'], formats: Formats): string {
  switch (unit) {
    case 'm2': return formats.squareMetres(value);
    case 'PLN': return formats.money(value);
    case '%': return formats.percent(value);
    case 'ha': return `${formats.number(value, 2)}${SPACE}ha`;
    case 'km2': return `${formats.number(value, 2)}${SPACE}km²`;
    case 'm': return `${formats.number(value, 1)}${SPACE}m`;
    case 'kW': return `${formats.number(value)}${SPACE}kW`;
    default: return formats.number(value, 2);
  }
}

/** Null where there is nothing to say; structures (`json`) have panels of their own. */
export function fieldText(field: Field, value: unknown, formats: Formats, lang: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  const code = field.codes?.find((one) => one.value === String(value));
  if (code) return code.label[lang];
  if (field.type === 'json') return null;
  if (field.type === 'boolean') return YES_NO[lang][value === true ? 0 : 1];
  if (field.type === 'date') return formats.date(String(value));
  if (field.type === 'list') return Array.isArray(value) && value.length > 0 ? value.map(String).join(', ') : null;
  if (typeof value === 'number') return withUnit(value, field.unit, formats);
  return String(value);
}
