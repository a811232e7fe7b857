/** Annotations in the panel of a parcel or a plan: how many, the latest of them, and the way to write one. Nothing where there is none to see for a resident. */
import { useQuery } from '@tanstack/react-query';
import { ANNOTATIONS, fetchAnnotations } from '../api/annotations.ts';
import { useAccount } from '../api/session.ts';
import { useOpenAnnotation, usePointed } from '../annotation-map/annotation-links.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { navigate } from '../url/use-url.ts';
import { AnnotationRow } from './annotation-row.tsx';
import { ALL, printNotes } from './notes-filter.ts';
import styles from './list.module.css';

const TEXTS = defineTexts({
  pl: {
    title: (n: string) => `Adnotacje (${n})`, unknown: 'Adnotacje', none: 'Nie ma adnotacji, które możesz zobaczyć.', failed: 'Nie udało się sprawdzić, czy są tu adnotacje urzędu.', retry: 'Sprawdź ponownie', all: (n: string) => `Pokaż wszystkie ${n}`, list: 'Adnotacje tego obiektu',
  },
  en: { title: (n: string) => `Annotations (${n})`, unknown: 'Annotations', none: 'There is no annotation that you may see.', failed: 'It could not be checked whether there are annotations of the office here.', retry: 'Check again', all: (n: string) => `Show all ${n}`, list: 'Annotations of this object' },
});

const FIRST = 5;
const MOST = 100;

interface Props {
  readonly subject: 'parcel' | 'plan';
  readonly objectKey: string;
}

export function AnnotationsSection({ subject, objectKey }: Props) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const account = useAccount();
  const [open, pointed] = [useOpenAnnotation(), usePointed()];
  const limit = subject === 'parcel' ? MOST : FIRST;
  const filters = { [subject]: objectKey, sort: 'changed', limit };
  const { data, error, refetch } = useQuery({ queryKey: [ANNOTATIONS, 'list', filters, account?.id ?? null], queryFn: ({ signal }) => fetchAnnotations(filters, signal) });
  // Residents hear of what there is; that there is nothing is no news to them.
  if (!account && data?.numberMatched === 0) return null;
  if (!data && !error) return null;
  return (
    <section className={styles.section} data-testid="annotations-section" aria-labelledby="annotations-section">
      <h3 id="annotations-section">{data ? texts.title(number(data.numberMatched)) : texts.unknown}</h3>
      {error && !data && <Notice action={<Button kind="quiet" onClick={() => void refetch()}>{texts.retry}</Button>}>{texts.failed}</Notice>}
      {data?.numberMatched === 0 && <p className={ui.note}>{texts.none}</p>}
      {data && data.annotations.length > 0 && (
        <ul className={styles.list} aria-label={texts.list}>
          {data.annotations.map((one) => <AnnotationRow key={one.id} one={one} open={one.id === open} pointed={one.id === pointed} selected={null} changedBy={null} onSelect={() => undefined} />)}
        </ul>
      )}
      {data && account && subject === 'plan' && data.numberMatched > data.annotations.length && (
        <Button kind="quiet" onClick={() => navigate((now) => ({ ...now, selection: { kind: 'none' }, tool: 'desk', notes: printNotes({ ...ALL, plan: objectKey }) }))}>{texts.all(number(data.numberMatched))}</Button>
      )}
    </section>
  );
}
