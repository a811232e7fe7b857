/** Small parts of the room: labelled fields, an act that is busy while it runs, a failure in words. */
import { type ReactNode, useId } from 'react';
import { Failure } from '../api/http.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { parcels: (keys: string) => `Nie ma takich działek: ${keys}.`, key: 'Ten adres jest już zajęty – zmień go.', media: 'Przyjmowane są obrazy JPEG, PNG i WebP oraz dokumenty PDF.', large: 'Plik może mieć 10 MB.', damaged: 'Plik jest uszkodzony.', import: 'Import danych zajął miejsce tego terenu. Opublikuj go ponownie albo zmień importowane dane.', refused: 'Serwer tego nie przyjął. Sprawdź pola.', ended: 'Sesja się skończyła. Zaloguj się ponownie – zmiany są zachowane.', stale: 'Ktoś zmienił to przed Tobą. Pokazujemy, jak jest teraz.' },
  en: { parcels: (keys: string) => `There are no such parcels: ${keys}.`, key: 'This address is taken – choose another.', media: 'JPEG, PNG and WebP pictures and PDF documents are taken.', large: 'A file may be 10 MB large.', damaged: 'The file is damaged.', import: 'An import has taken the place of this site. Publish it again, or change what is imported.', refused: 'The server did not accept this. Check the fields.', ended: 'The session has ended. Sign in again – the changes are kept.', stale: 'Somebody changed this before you. What stands now is shown.' },
});

export function Fault({ error }: { readonly error: unknown }) {
  const texts = useTexts(TEXTS);
  if (error === null || error === undefined) return null;
  if (!(error instanceof Failure) || error.status === null || error.status >= 500) return <FailureNotice error={error} />;
  const errors = error.problem?.errors ?? [];
  const parcels = errors.flatMap(({ message }) => /^there is no parcel (.+)$/.exec(message)?.[1] ?? []);
  const words = error.status === 401 ? texts.ended : error.status === 412 ? texts.stale : error.status === 415 ? texts.media : error.status === 413 ? texts.large : error.status === 409 ? (errors.some(({ path }) => path === 'key') ? texts.key : texts.import)
    : parcels.length > 0 ? texts.parcels(parcels.join(', ')) : error.status === 422 && errors.length === 0 ? texts.damaged : texts.refused;
  return <Notice kind="bad">{words}</Notice>;
}

export function TextField({ label, value, onChange, hint, fault = null, rows, numeric, max, testid }: {
  readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly hint?: ReactNode; readonly fault?: string | null; readonly rows?: number; readonly numeric?: boolean; readonly max?: number; readonly testid?: string;
}) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, fault ? `${id}-fault` : null].filter(Boolean).join(' ') || undefined;
  const shared = { id, value, maxLength: max, 'aria-invalid': fault !== null, 'aria-describedby': described, 'data-testid': testid };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea {...shared} rows={rows} onChange={({ currentTarget }) => onChange(currentTarget.value)} /> : <input {...shared} type="text" {...(numeric ? { inputMode: 'decimal' as const } : {})} onChange={({ currentTarget }) => onChange(currentTarget.value)} />}
      {hint && <p id={`${id}-hint`} className={styles.quiet}>{hint}</p>}
      {fault && <p id={`${id}-fault`} className={styles.fault}>{fault}</p>}
    </div>
  );
}

export function Choose<T extends string>({ label, value, choices, onChange, testid }: { readonly label: string; readonly value: T; readonly choices: readonly { readonly value: T; readonly label: string }[]; readonly onChange: (value: T) => void; readonly testid?: string }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} data-testid={testid} onChange={({ currentTarget }) => onChange(currentTarget.value as T)}>{choices.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select>
    </div>
  );
}
