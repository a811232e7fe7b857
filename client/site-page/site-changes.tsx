/** What changed of a site within two years, between which values, and what of it is new since this device was last here. */
import { useState } from 'react';
import type { Site, SiteVersion } from '../../domain/contract/investment/site.ts';
import { changeFacts, SITE_TEXTS } from '../../domain/investment/site-topics.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import panel from '../panels/panels.module.css';
import { Button } from '../ui/button.tsx';
import { forgetVisits, useLastVisit } from './last-visit.ts';
import styles from './site-page.module.css';

const TEXTS = defineTexts({
  pl: {
    first: 'Jesteś tu pierwszy raz na tym urządzeniu.', nothing: (day: string) => `Od Twojej ostatniej wizyty (${day}) nic się nie zmieniło.`, some: (count: string, plural: string, day: string) => `Od Twojej ostatniej wizyty (${day}): ${count} ${({ one: 'zmiana', few: 'zmiany' } as Record<string, string>)[plural] ?? 'zmian'}.`,
    kept: 'Data wizyty jest zapisana tylko na tym urządzeniu.', forget: 'Zapomnij moje wizyty', forgotten: 'Zapomniano.', isNew: 'nowe', was: 'było', now: 'jest',
  },
  en: {
    first: 'This is your first visit on this device.', nothing: (day: string) => `Nothing changed since your last visit (${day}).`, some: (count: string, plural: string, day: string) => `${count} ${plural === 'one' ? 'change' : 'changes'} since your last visit (${day}).`,
    kept: 'The day of the visit is kept on this device only.', forget: 'Forget my visits', forgotten: 'Forgotten.', isNew: 'new', was: 'was', now: 'is',
  },
});

function Version({ version, isNew }: { readonly version: SiteVersion; readonly isNew: boolean }) {
  const texts = useTexts(TEXTS);
  const words = useTexts(SITE_TEXTS);
  const lang = useLanguage();
  const { date } = useFormats();
  return (
    <li data-version={version.seq}>
      <p><b>{date(version.recordedAt)}</b>{version.changes.length === 0 && <span>{words.what[version.what]}</span>}{isNew && <em>{texts.isNew}</em>}{version.demonstration && <small>{words.demonstration}</small>}</p>
      {version.changes.length > 0 && (
        <ul>
          {changeFacts(version, lang).map(({ label, from, to }) => (
            <li key={label}>{label}: {from !== null && <><span className="unseen">{texts.was} </span><del>{from}</del> <span aria-hidden>→</span><span className="unseen">, {texts.now} </span>{' '}</>}<ins>{to}</ins></li>
          ))}
        </ul>
      )}
    </li>
  );
}

export function SiteChanges({ site }: { readonly site: Site }) {
  const texts = useTexts(TEXTS);
  const words = useTexts(SITE_TEXTS);
  const { date, number, plural } = useFormats();
  const visit = useLastVisit(site);
  const [forgotten, setForgotten] = useState(false);
  const fresh = visit === null ? [] : site.versions.filter(({ seq }) => seq > visit.seq);
  const day = visit && date(visit.at);
  return (
    <section className={panel.section} data-testid="site-changes">
      <h3>{words.changes}</h3>
      <p className={fresh.length > 0 ? panel.answer : panel.soft} data-testid="since-visit">{day === null ? texts.first : fresh.length === 0 ? texts.nothing(day) : texts.some(number(fresh.length), plural(fresh.length), day)} <small>{texts.kept}</small></p>
      {site.versions.length === 0 ? <p className={panel.soft}>{words.noChanges}</p> : <ol className={styles.versions}>{site.versions.map((version) => <Version key={version.seq} version={version} isNew={fresh.includes(version)} />)}</ol>}
      {visit && <div>{forgotten ? <small role="status">{texts.forgotten}</small> : <Button kind="quiet" className={styles.small} onClick={() => { forgetVisits(); setForgotten(true); }}>{texts.forget}</Button>}</div>}
    </section>
  );
}
