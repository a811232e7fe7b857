/** Small parts of the room: a labelled field, a select of codes, a failure in words, an act that is busy while it runs. */
import { Fragment, type ReactNode, useId } from 'react';
import type { CodedValue } from '../../domain/layers/layer.ts';
import { useLanguage, useSay } from '../i18n/language.ts';
import { Notice } from '../ui/notice.tsx';
import { useFaultWords } from './fault-words.ts';
import styles from './procedures.module.css';
import { tell, type Told } from './refusals.ts';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'url';
  readonly hint?: ReactNode;
  readonly fault?: string | null;
  readonly rows?: number;
  readonly disabled?: boolean;
  readonly testid?: string;
  readonly numeric?: boolean;
}

export function TextField({ label, value, onChange, type = 'text', hint, fault = null, rows, disabled, testid, numeric }: TextProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, fault ? `${id}-fault` : null].filter(Boolean).join(' ') || undefined;
  const shared = { id, value, disabled, 'aria-invalid': fault !== null, 'aria-describedby': described, 'data-testid': testid };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea {...shared} rows={rows} onChange={({ currentTarget }) => onChange(currentTarget.value)} /> : <input {...shared} type={type} {...(numeric ? { inputMode: 'decimal' as const } : {})} onChange={({ currentTarget }) => onChange(currentTarget.value)} />}
      {hint && <p id={`${id}-hint`} className={styles.quiet}>{hint}</p>}
      {fault && <p id={`${id}-fault`} className={styles.fault} role="alert">{fault}</p>}
    </div>
  );
}

/** `empty`: the words of no choice; without it there is always one. */
export function Choose({ label, value, choices, onChange, empty, disabled, testid }: {
  readonly label: string; readonly value: string; readonly choices: readonly { readonly value: string; readonly label: string }[]; readonly onChange: (value: string) => void; readonly empty?: string; readonly disabled?: boolean; readonly testid?: string;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} disabled={disabled} data-testid={testid} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
      </select>
    </div>
  );
}

/** Codes of the catalogue as choices. */
export function useCodes(codes: readonly CodedValue[], withCode = false): readonly { readonly value: string; readonly label: string }[] {
  const say = useSay();
  return codes.map(({ value, label }) => ({ value: String(value), label: withCode ? `${value} – ${say(label)}` : say(label) }));
}

const ToldWords = ({ text, foreign }: Told) => (foreign ? <span lang="en">{text}</span> : <>{text}</>);

/** Words of the server in the reader's language, or marked as English. */
export function ServerWords({ words }: { readonly words: string }) {
  return <ToldWords {...tell(words, useLanguage())} />;
}

export function Fault({ error }: { readonly error: unknown }) {
  const words = useFaultWords()(error);
  return words && <Notice kind="bad">{words.lead}{words.details.map((told) => <Fragment key={told.text}> <ToldWords {...told} /></Fragment>)}</Notice>;
}
