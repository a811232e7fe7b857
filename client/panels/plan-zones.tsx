/** The zones of a plan, by symbol, a page at a time. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { zonesOfPlanQuery } from '../api/plan-zones.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { ObjectLink } from './object-link.tsx';
import styles from './panels.module.css';
import { Skeleton } from './skeleton.tsx';
import { ZoneChip } from './zone-parts.tsx';

const TEXTS = defineTexts({
  pl: {
    title: 'Tereny wyznaczone w planie', none: 'Plan nie ma jeszcze wyznaczonych terenów w tym zbiorze.', more: (n: string) => `Pokaż wszystkie (${n})`,
    count: (n: string, plural: string) => `${n} ${({ one: 'teren', few: 'tereny' } as Record<string, string>)[plural] ?? 'terenów'}`,
  },
  en: { title: 'Zones of the plan', none: 'The plan has no zones in this data set yet.', more: (n: string) => `Show all (${n})`, count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'zone' : 'zones'}` },
});

const FIRST = 12;

export function PlanZones({ plan, general }: { readonly plan: string; readonly general: boolean }) {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const [all, setAll] = useState(false);
  const layer = general ? 'general-plan-zones' : 'zones';
  const { data, error, refetch } = useQuery(zonesOfPlanQuery(layer, plan));
  const shown = all ? data : data?.slice(0, FIRST);
  return (
    <section className={styles.section} data-testid="plan-zones">
      <h3>{texts.title}{data && data.length > 0 && ` · ${texts.count(number(data.length), plural(data.length))}`}</h3>
      {error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Skeleton lines={4} />}
      {data?.length === 0 && <p className={styles.soft}>{texts.none}</p>}
      <ul>
        {shown?.map(({ key, symbol, zoneClass, designation, areaHa }) => (
          <li key={key} className={styles.zoneRow}>
            <ObjectLink object={{ layer, key }} className={styles.zoneLink}><ZoneChip layer={layer} zoneClass={zoneClass} symbol={symbol} /></ObjectLink>
            <span>{designation}</span>
            <b>{areaHa !== null && `${number(areaHa, 2)}\u202fha`}</b>
          </li>
        ))}
      </ul>
      {data && data.length > FIRST && !all && <Button onClick={() => setAll(true)}>{texts.more(number(data.length))}</Button>}
    </section>
  );
}
