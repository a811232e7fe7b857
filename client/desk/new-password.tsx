/** A new password, with words on how strong it is while it is typed. */
import { useState } from 'react';
import { defineTexts, useTexts } from '../i18n/language.ts';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { PasswordField } from './fields.tsx';
import { MIN_LENGTH, STRENGTHS, strengthOf } from './password-strength.ts';

const TEXTS = defineTexts({
  pl: { label: 'Nowe hasło', note: `Co najmniej ${MIN_LENGTH} znaków. Dobre są cztery zwykłe słowa, które nie tworzą zdania. Można wkleić z menedżera haseł.`, strength: 'Siła hasła', 'too-short': (left: number) => `za krótkie – brakuje znaków: ${left}`, weak: 'słabe – łatwe do odgadnięcia', fair: 'dobre', strong: 'mocne' },
  en: { label: 'New password', note: `At least ${MIN_LENGTH} characters. Four plain words that make no sentence are good. Pasting from a password manager works.`, strength: 'Strength', 'too-short': (left: number) => `too short – characters missing: ${left}`, weak: 'weak – easy to guess', fair: 'good', strong: 'strong' },
});

/** The field is named `new-password`. */
export function NewPassword({ login, describedBy, invalid }: { readonly login?: string; readonly describedBy: string; readonly invalid: boolean }) {
  const texts = useTexts(TEXTS);
  const [typed, setTyped] = useState('');
  const strength = strengthOf(typed, login);
  const word = strength === 'too-short' ? texts['too-short'](MIN_LENGTH - [...typed].length) : texts[strength];
  return (
    <>
      <PasswordField id="new-password" label={texts.label} note={texts.note} autoComplete="new-password" minLength={MIN_LENGTH} onInput={(event) => setTyped(event.currentTarget.value)} describedBy={describedBy} invalid={invalid} />
      <div className={styles.strength}>
        <meter min={0} max={3} low={1.5} high={2.5} optimum={3} value={STRENGTHS.indexOf(strength)} aria-label={texts.strength} aria-valuetext={word} />
        <span className={ui.note} role="status" data-testid="strength">{typed !== '' && `${texts.strength}: ${word}`}</span>
      </div>
    </>
  );
}
