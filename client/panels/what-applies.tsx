/** What applies at a place or in a drawn area: asked for by a button, told like that of a parcel. */
import { useQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { type Where, whereStatementQuery } from '../api/statements.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import { ObjectLink } from './object-link.tsx';
import styles from './panels.module.css';
import { Skeleton } from './skeleton.tsx';
import { StatementTopics } from './statement-topics.tsx';

const TEXTS = defineTexts({
  pl: { place: 'Co tu obowiązuje', area: 'Co obowiązuje w tym obszarze', ready: 'Sprawdzono, co obowiązuje.', tooLarge: 'To, co obowiązuje, sprawdzamy dla obszaru do 10 km². Narysuj mniejszy.', onParcel: 'Odpowiedź dotyczy całej działki' },
  en: { place: 'What applies here', area: 'What applies in this area', ready: 'What applies was checked.', tooLarge: 'What applies is checked for areas of at most 10 km². Draw a smaller one.', onParcel: 'The answer is for the whole parcel' },
});

function Answer({ where, large }: { readonly where: Where; readonly large: boolean }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { day } = useUrl();
  const { data, error, refetch } = useQuery({ ...whereStatementQuery(where, lang, day), enabled: !large });
  useAnnounce(data ? texts.ready : null);
  if (large) return <Notice>{texts.tooLarge}</Notice>;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={7} />;
  const parcel = data.kind === 'parcel' ? decodeURIComponent(data.path.replace('/dzialka/', '')) : null;
  return (
    <div data-testid="what-applies-answer">
      {parcel ? <p>{texts.onParcel}: <ObjectLink object={{ layer: 'parcels', key: parcel }}>{data.title}</ObjectLink></p> : <p className={styles.strong}>{data.title}: {data.subtitle}</p>}
      <StatementTopics statement={data} />
    </div>
  );
}

interface Props {
  readonly where: Where;
  /** Of an area. */
  readonly areaM2?: number;
}

const MOST_M2 = 10_000_000;

export function WhatApplies({ where, areaM2 = 0 }: Props) {
  const texts = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section}>
      <Button aria-expanded={open} data-testid="what-applies-ask" onClick={() => setOpen(!open)}><ListChecks size={16} aria-hidden />{'point' in where ? texts.place : texts.area}</Button>
      {open && <Answer where={where} large={areaM2 > MOST_M2} />}
    </section>
  );
}
