/** What went wrong and what to do, in a quiet box; and how a failure reads in both languages. */
import type { ReactNode } from 'react';
import { Failure, type FailureKind } from '../api/http.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Button, classes } from './button.tsx';
import ui from './ui.module.css';

const TEXTS = defineTexts({
  pl: {
    retry: 'Spróbuj ponownie',
    offline: 'Brak połączenia z siecią. Sprawdź połączenie i spróbuj ponownie.',
    unavailable: 'Baza danych chwilowo nie odpowiada. To nie znaczy, że danych nie ma – spróbuj za chwilę.',
    'not-found': 'Nie ma takiego obiektu. Mógł zostać podzielony albo zmienił numer.',
    rejected: 'Serwer nie przyjął tego pytania.',
    broken: 'Coś się nie udało po naszej stronie. Spróbuj za chwilę.',
    loading: 'Wczytywanie…',
  },
  en: {
    retry: 'Try again',
    offline: 'No network connection. Check it and try again.',
    unavailable: 'The database is not answering at the moment. This does not mean that there is no data – try again shortly.',
    'not-found': 'There is no such object. It may have been divided or renumbered.',
    rejected: 'The server did not accept this question.',
    broken: 'Something went wrong on our side. Try again shortly.',
    loading: 'Loading…',
  },
});

export function Notice({ kind = 'warn', children, action }: { readonly kind?: 'warn' | 'bad' | 'info'; readonly children: ReactNode; readonly action?: ReactNode }) {
  return <div className={classes(ui.notice, kind !== 'warn' && ui[kind])} role={kind === 'bad' ? 'alert' : undefined}><span>{children}</span>{action}</div>;
}

/** A failure as people read it, with a way to try again where that may help. */
export function FailureNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const texts = useTexts(TEXTS);
  const kind: FailureKind = error instanceof Failure ? error.kind : 'broken';
  const again = onRetry && kind !== 'not-found' && kind !== 'rejected' ? <Button kind="quiet" onClick={onRetry}>{texts.retry}</Button> : undefined;
  return <Notice kind={kind === 'broken' ? 'bad' : 'warn'} action={again}>{texts[kind]}</Notice>;
}

export function Loading() {
  const texts = useTexts(TEXTS);
  return <div role="status" style={{ display: 'flex', gap: '0.75rem', alignItems: 'center' }}><span className={ui.spinner} aria-hidden />{texts.loading}</div>;
}
