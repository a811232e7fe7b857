/** One object of a statement: what it is as the map draws it, its state, its facts. And lists of them, each source said once. */
import type { Entry, Sentence } from '../../domain/contract/statement.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { OverlapSlot } from './annotations-slot.tsx';
import { useClassPaint } from './class-paint.ts';
import styles from './statement.module.css';
import panel from './panels.module.css';
import { FactRows, FactRun, pickFacts, StatementLink } from './statement-facts.tsx';

const TEXTS = defineTexts({ pl: { more: 'Wszystkie dane' }, en: { more: 'All data' } });

/** Colour and pattern of a class; the words beside it say the same. */
export function Symbol({ symbol }: { readonly symbol: Entry['symbol'] }) {
  const paint = useClassPaint(symbol?.layer ?? '', symbol?.class);
  return paint ? <i className={styles.symbol} style={{ background: paint.background, borderColor: paint.ink }} aria-hidden /> : null;
}

/** Plain sentences, each with its place in the act. */
export function Sentences({ sentences }: { readonly sentences: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  return <ul className={styles.sentences}>{sentences.map(({ text, paragraph }) => <li key={text}>{text}{paragraph && <small> {paragraph}</small>}</li>)}</ul>;
}

export const Badge = ({ children }: { readonly children: string | undefined }) => (children ? <span className={styles.badge}>{children}</span> : null);

/** Every source of these entries once, in small type. */
export function Sources({ entries }: { readonly entries: readonly Entry[] }) {
  return <>{[...new Set(entries.flatMap(({ source }) => source ?? []))].map((source) => <p key={source} className={panel.source}>{source}</p>)}</>;
}

/** `lead`: labels of the facts that are seen at once, the others open; without it all are seen. */
function EntryItem({ entry, lead }: { readonly entry: Entry; readonly lead?: readonly string[] | undefined }) {
  const texts = useTexts(TEXTS);
  const { picked, rest } = pickFacts(entry.facts, lead ?? []);
  return (
    <li className={styles.entry} data-entry={entry.id}>
      <p className={styles.entryTitle}><Symbol symbol={entry.symbol} /><span><StatementLink href={entry.href} className={styles.name}>{entry.title}</StatementLink> <Badge>{entry.badge}</Badge></span></p>
      <FactRun facts={lead ? picked.filter((fact) => fact !== undefined) : entry.facts} />
      <Sentences sentences={entry.sentences} />
      {lead && rest.length > 0 && <details className={styles.more}><summary>{texts.more}</summary><FactRows facts={rest} /></details>}
      <OverlapSlot entry={entry.id} symbol={entry.title} />
    </li>
  );
}

export function EntryList({ entries, lead }: { readonly entries: readonly Entry[]; readonly lead?: readonly string[] }) {
  if (entries.length === 0) return null;
  return <><ul className={styles.entries}>{entries.map((entry) => <EntryItem key={entry.id} entry={entry} lead={lead} />)}</ul><Sources entries={entries} /></>;
}
