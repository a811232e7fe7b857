/** The zones of a plan with their parameters, by symbol, the first of many. */
import { useState } from 'react';
import type { Entry, Topic } from '../../domain/contract/statement.ts';
import { PLANNING_WORDS } from '../../domain/statement/planning-words.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import panel from './panels.module.css';
import { FactRun, pickFacts, StatementLink, told } from './statement-facts.tsx';
import styles from './statement.module.css';
import { TopicSection } from './topic.tsx';
import { useShortNames, ZoneChip } from './zone-parts.tsx';

const TEXTS = defineTexts({
  pl: { more: (n: string) => `Pokaż wszystkie (${n})`, count: (n: string, plural: string) => `${n} ${({ one: 'teren', few: 'tereny' } as Record<string, string>)[plural] ?? 'terenów'}` },
  en: { more: (n: string) => `Show all (${n})`, count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'zone' : 'zones'}` },
});

const FIRST = 12;

function ZoneItem({ entry }: { readonly entry: Entry }) {
  const lang = useLanguage();
  const short = useShortNames();
  const { picked: [designation, area], rest } = pickFacts(entry.facts, [WORDS[lang].designation, PLANNING_WORDS[lang].area]);
  return (
    <li className={styles.zone} data-entry={entry.id}>
      <div className={panel.zoneRow}>
        <StatementLink href={entry.href} className={panel.zoneLink}><ZoneChip layer={entry.symbol?.layer ?? 'zones'} zoneClass={entry.symbol?.class ?? ''} symbol={entry.title} /></StatementLink>
        <span>{designation && <><span {...told(designation)}>{designation.value}</span>{designation.note && <small>{designation.note}</small>}</>}</span>
        <b>{area && <span {...told(area)}>{area.value}</span>}</b>
      </div>
      <FactRun facts={rest} short={short} />
    </li>
  );
}

export function PlanZones({ topic }: { readonly topic: Topic }) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const [all, setAll] = useState(false);
  const { entries } = topic;
  const shown = all ? entries : entries.slice(0, FIRST);
  const title = entries.length > 0 ? `${topic.title} · ${texts.count(number(entries.length), plural(entries.length))}` : topic.title;
  return (
    <TopicSection topic={{ ...topic, title }} testid="plan-zones">
      <ul>{shown.map((entry) => <ZoneItem key={entry.id} entry={entry} />)}</ul>
      {shown.length < entries.length && <Button onClick={() => setAll(true)}>{texts.more(number(entries.length))}</Button>}
    </TopicSection>
  );
}
