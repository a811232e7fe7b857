/** Facts of an object as rows, driven by the catalogue: name of the field, value in words or with its unit. */
import { findLayer } from '../../domain/layers/index.ts';
import { COMMON_FIELDS } from '../../domain/layers/define.ts';
import type { Field } from '../../domain/layers/layer.ts';
import { parseParcelIdentifier } from '../../domain/geo/parcel-identifier.ts';
import { defineTexts, useFormats, useLanguage, useSay, useTexts } from '../i18n/language.ts';
import { fieldText } from '../../domain/layers/field-text.ts';
import { ObjectLink } from './object-link.tsx';
import styles from './panels.module.css';

const TEXTS = defineTexts({ pl: { facts: 'Informacje' }, en: { facts: 'Facts' } });

const COMMON = new Set(COMMON_FIELDS.map(({ name }) => name));

/** Parcels of a list are links, whatever else a list holds are words. */
function Listed({ values }: { readonly values: readonly unknown[] }) {
  return (
    <ul className={styles.listed}>
      {values.map(String).map((value) => (
        <li key={value}>{parseParcelIdentifier(value) ? <ObjectLink object={{ layer: 'parcels', key: value }}>{value}</ObjectLink> : value}</li>
      ))}
    </ul>
  );
}

interface Props {
  readonly layer: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Fields that the panel shows elsewhere. */
  readonly without?: readonly string[];
  /** Only these, in this order. */
  readonly only?: readonly string[];
  readonly title?: string;
}

export function Facts({ layer: id, properties, without, only, title }: Props) {
  const texts = useTexts(TEXTS);
  const formats = useFormats();
  const lang = useLanguage();
  const say = useSay();
  const layer = findLayer(id);
  if (!layer) return null;
  const fields: readonly Field[] = only
    ? only.flatMap((name) => layer.fields.find((field) => field.name === name) ?? [])
    : layer.fields.filter(({ name }) => !COMMON.has(name) && name !== layer.titleField && !without?.includes(name));
  const rows = fields.flatMap((field) => {
    const text = fieldText(field, properties[field.name], formats, lang);
    return text === null ? [] : [{ field, text, value: properties[field.name] }];
  });
  if (rows.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{title ?? texts.facts}</h3>
      <dl className={styles.rows}>
        {rows.map(({ field, text, value }) => (
          <div key={field.name}>
            <dt>{say(field.label)}{field.note && <small>{say(field.note)}</small>}</dt>
            <dd>{field.type === 'list' && Array.isArray(value) ? <Listed values={value} /> : text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
