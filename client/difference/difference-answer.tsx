/** The answer: waiting, a failure that is no "nothing changed", or the difference in words, table, list and on the map. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Compared, type DifferenceOf, differenceQuery } from '../api/difference.ts';
import { Failure } from '../api/http.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading, Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { DifferenceResult } from './difference-result.tsx';

const TEXTS = defineTexts({
  pl: {
    computing: 'Liczę różnicę…', long: 'Nakładam na siebie tereny obu stanów; przy dużym planie trwa to kilka sekund.', notNothing: 'Różnicy nie policzono. To nie znaczy, że nic się nie zmieniło.', retry: 'Policz ponownie',
    parcel: 'Tej działki nie było w żadnym z tych dni: mogła powstać z podziału albo zmienić numer. Podaj inne dni albo narysuj obszar.', plan: 'Nie ma takiego planu.', area: 'Nie ma takiego projektu planu.',
    'rejected-parcel': 'Tego porównania nie da się policzyć: wskazany akt nie jest projektem planu miejscowego albo nie ma jeszcze terenów.', 'rejected-plan': 'Nie wiadomo, od kiedy ten akt obowiązuje, albo nie jest on planem miejscowym. Podaj dwa dni, a porównamy stan przed i po.', 'rejected-area': 'Obszar jest za duży albo zbyt zawiły. Narysuj mniejszy.',
  },
  en: {
    computing: 'Computing the difference…', long: 'Laying the zones of both states over each other; with a large plan this takes some seconds.', notNothing: 'The difference was not computed. This does not mean that nothing changed.', retry: 'Compute again',
    parcel: 'This parcel existed on neither of these days: it may come from a division or have changed its number. Enter other days or draw an area.', plan: 'There is no such plan.', area: 'There is no such draft.',
    'rejected-parcel': 'This cannot be compared: the act is no draft of a local plan, or it has no zones yet.', 'rejected-plan': 'It is not known since when this act has been in force, or it is no local plan. Enter two days and we compare before and after.', 'rejected-area': 'The area is too large or too intricate. Draw a smaller one.',
  },
});

/** Said when an answer takes longer than this. */
const LONG_MS = 1000;

function Waiting() {
  const texts = useTexts(TEXTS);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  useAnnounce(texts.computing);
  return <div data-testid="difference-waiting"><Loading />{long && <p className={ui.note}>{texts.long}</p>}</div>;
}

interface FailedProps {
  readonly error: unknown;
  readonly subject: DifferenceOf;
  readonly onRetry: () => void;
}

function Failed({ error, subject: { kind }, onRetry }: FailedProps) {
  const texts = useTexts(TEXTS);
  const why = error instanceof Failure ? error.kind : 'broken';
  if (why === 'not-found') return <Notice>{texts[kind]}</Notice>;
  if (why === 'rejected') return <Notice>{texts[`rejected-${kind}`]} {texts.notNothing}</Notice>;
  return <><FailureNotice error={error} /><Notice action={<Button kind="quiet" onClick={onRetry}>{texts.retry}</Button>}>{texts.notNothing}</Notice></>;
}

interface Props {
  readonly subject: DifferenceOf;
  readonly compared: Compared | null;
}

export function DifferenceAnswer({ subject, compared }: Props) {
  const { data, error, refetch, isFetching } = useQuery(differenceQuery(subject, compared));
  if (data) return <DifferenceResult difference={data} />;
  return error && !isFetching ? <div data-testid="difference-failed"><Failed error={error} subject={subject} onRetry={() => void refetch()} /></div> : <Waiting />;
}
