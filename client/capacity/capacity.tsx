/** How much may be built on a site or on parcels together: figures of the whole, their split by zones, and the allowed envelope on the map. */
import { useQuery } from '@tanstack/react-query';
import { Calculator } from 'lucide-react';
import { useState } from 'react';
import { type CapacitySubject, capacityName, capacityQuery } from '../api/capacity.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import styles from './capacity.module.css';
import { CapacityZones } from './capacity-zones.tsx';
import { Envelope } from './envelope.tsx';
import { FIGURE_TEXTS, figureWords } from '../../domain/investment/figure-words.ts';

const TEXTS = defineTexts({
  pl: { title: 'Ile można zbudować na całym terenie', ask: 'Policz, ile można zbudować', asOf: (day: string, area: string) => `Według planów obowiązujących ${day}, dla ${area} z geometrii.`, ready: 'Policzono, ile można zbudować.' },
  en: { title: 'How much may be built on the whole land', ask: 'Work out how much may be built', asOf: (day: string, area: string) => `By the plans in force on ${day}, for ${area} by geometry.`, ready: 'It is worked out how much may be built.' },
});

function Answer({ subject }: { readonly subject: CapacitySubject }) {
  const texts = useTexts(TEXTS);
  const words = useTexts(FIGURE_TEXTS);
  const lang = useLanguage();
  const formats = useFormats();
  const { day } = useUrl();
  const { data, error, refetch } = useQuery(capacityQuery(subject, day));
  useAnnounce(data ? texts.ready : null);
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const law = data.answer === 'in-force';
  return (
    <div className={styles.answer} data-testid="capacity-answer">
      {law && (
        <dl className={styles.figures}>
          {data.figures.map((figure) => {
            const { value, known, notes } = figureWords(figure, data, words, formats);
            return <div key={figure.name} data-figure={figure.name}><dt>{words[figure.name]}</dt><dd className={known ? undefined : styles.unknown}>{value}{notes.map((note) => <small key={note}>{note}</small>)}</dd></div>;
          })}
        </dl>
      )}
      <p className={styles.soft}>{texts.asOf(formats.date(data.day), formats.area(data.areaM2))}</p>
      <ul className={styles.remarks}>{data.remarks.filter(({ id }) => id !== 'neighbours').map((remark) => <li key={remark.id}>{remark[lang]}</li>)}</ul>
      {law && <CapacityZones capacity={data} />}
      {law && <Envelope capacity={data} name={capacityName(subject)} />}
    </div>
  );
}

interface Props {
  readonly subject: CapacitySubject;
  /** The answer at once, without being asked. */
  readonly open?: boolean;
}

export function Capacity({ subject, open: atOnce = false }: Props) {
  const texts = useTexts(TEXTS);
  const shown = useUrl().envelope === capacityName(subject);
  const [open, setOpen] = useState(atOnce || shown);
  return (
    <section className={styles.capacity} data-testid="capacity">
      {atOnce ? <h3>{texts.title}</h3> : <Button aria-expanded={open} data-testid="capacity-ask" onClick={() => setOpen(!open)}><Calculator size={16} aria-hidden />{texts.ask}</Button>}
      {open && <Answer subject={subject} />}
    </section>
  );
}
