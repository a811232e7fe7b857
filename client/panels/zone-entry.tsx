/** A zone on a subject: symbol, designation, m² and share – and in plain words what its plan allows, each sentence with its paragraph. */
import type { Entry } from '../../domain/contract/statement.ts';
import { FIGURES } from '../../domain/planning/parameter-text.ts';
import { WORDS } from '../../domain/statement/words.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { parseSelection } from '../selection/selection.ts';
import { OverlapSlot, ParagraphsSlot } from './annotations-slot.tsx';
import { Badge, Sentences } from './entry.tsx';
import panel from './panels.module.css';
import { FactRows, FactRun, pickFacts, StatementLink, told } from './statement-facts.tsx';
import styles from './statement.module.css';
import { Figures, ZoneChip } from './zone-parts.tsx';

const TEXTS = defineTexts({
  pl: { allowed: 'Ile wolno zbudować', more: 'Pozostałe dane terenu', draft: 'Ustalenia projektu', inZone: (symbol: string) => ` – ${symbol}` },
  en: { allowed: 'How much may be built', more: 'Other data of the zone', draft: 'Provisions of the draft', inZone: (symbol: string) => ` – ${symbol}` },
});

/** The plan of the zone that a statement leads to: keys of zones begin with it. */
function planOf(href: string | undefined): string | null {
  const selection = parseSelection(href ?? '/');
  return selection.kind === 'one' && 'key' in selection.object && selection.object.layer === 'zones' ? selection.object.key.split(':')[0]! : null;
}

/** `law`: of a plan in force, whose provisions are shown at once; of others nobody may say that they allow. */
export function ZoneEntry({ entry, law }: { readonly entry: Entry; readonly law: boolean }) {
  const texts = useTexts(TEXTS);
  const words = WORDS[useLanguage()];
  const { picked: [designation, area, share, certainty, word], rest } = pickFacts(entry.facts, [words.designation, words.areaPart, words.share, words.overlap, words.overruled]);
  const figures = FIGURES.flatMap((name) => entry.facts.filter(({ label }) => label === words[name] || (name === 'intensity' && label === words.buildingIntensity)).map((fact) => ({ name, fact })));
  // Without sentences nothing is allowed by it: its figures are data like the others.
  const drawn = law && entry.sentences.length > 0 && figures.some(({ fact }) => fact.value !== words.notSet);
  const others = drawn ? rest.filter((fact) => !figures.some((figure) => figure.fact === fact)) : rest;
  const plan = planOf(entry.href);
  return (
    <li className={styles.zone} data-entry={entry.id} data-zone={entry.title}>
      <div className={panel.zoneRow}>
        <StatementLink href={entry.href} className={panel.zoneLink}><ZoneChip layer={entry.symbol?.layer ?? 'zones'} zoneClass={entry.symbol?.class ?? ''} symbol={entry.title} /></StatementLink>
        <span>
          {designation && <span {...told(designation)}>{designation.value}</span>}
          {certainty && <small {...told(certainty)}>{certainty.value}</small>}
          <Badge>{entry.badge}</Badge>
        </span>
        <b>{area && <span {...told(area)}>{area.value}</span>}{share && <small {...told(share)}>{share.value}</small>}</b>
      </div>
      {word && <p className={styles.word} {...told(word)} data-testid="overruled"><b>{word.label}</b> {word.value}<small>{word.note}</small></p>}
      {law && entry.sentences.length > 0 && (
        <div className={styles.allowed} data-testid="buildable">
          <h4>{texts.allowed}<span className="unseen">{texts.inZone(entry.title)}</span></h4>
          <Sentences sentences={entry.sentences} />
          {drawn && <Figures figures={figures} />}
        </div>
      )}
      {plan && <ParagraphsSlot plan={plan} symbol={entry.title} paragraphs={[...entry.sentences.map(({ paragraph }) => paragraph), ...figures.map(({ fact }) => fact.note)]} />}
      <OverlapSlot entry={entry.id} symbol={entry.title} />
      <details className={styles.more}>
        <summary>{law ? texts.more : texts.draft}<span className="unseen">{texts.inZone(entry.title)}</span></summary>
        {!law && <Sentences sentences={entry.sentences} />}
        {law ? <FactRun facts={others} /> : <FactRows facts={others} />}
        {designation?.note && <p className={panel.source}>{designation.label}: {designation.note}</p>}
        {entry.source && <p className={panel.source}>{entry.source}</p>}
      </details>
    </li>
  );
}
