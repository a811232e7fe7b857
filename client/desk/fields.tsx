/** Fields of the door's forms: label, note and fault belong together for everybody; a password can be shown. */
import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, type Ref, useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { IconButton } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';

const TEXTS = defineTexts({ pl: { show: 'Pokaż hasło', hide: 'Ukryj hasło' }, en: { show: 'Show the password', hide: 'Hide the password' } });

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  readonly id: string;
  readonly label: string;
  readonly note?: ReactNode;
  /** Ids of what else describes it: the fault of the form. */
  readonly describedBy?: string | null;
  readonly invalid?: boolean;
  readonly beside?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

export function Field({ id, label, note, describedBy = null, invalid = false, beside, ...input }: FieldProps) {
  const described = [note ? `${id}-note` : null, invalid ? describedBy : null].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.input}>
        <input name={id} autoCapitalize="none" spellCheck={false} {...input} id={id} aria-invalid={invalid || undefined} aria-describedby={described || undefined} />
        {beside}
      </div>
      {note && <div id={`${id}-note`} className={ui.note}>{note}</div>}
    </div>
  );
}

export function PasswordField(props: Omit<FieldProps, 'type' | 'beside'>) {
  const texts = useTexts(TEXTS);
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return <Field {...props} type={shown ? 'text' : 'password'} maxLength={200} required beside={<IconButton name={shown ? texts.hide : texts.show} onClick={() => setShown(!shown)}><Icon size={18} aria-hidden /></IconButton>} />;
}

/** What stands in a field of a sent form. */
export const valueOf = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name) ?? '');
