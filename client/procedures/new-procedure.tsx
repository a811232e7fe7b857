/** Beginning a procedure: from a plan of the register, which brings its events, documents and zones, or anew. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { DEFINITION_REGIMES } from '../../domain/planning/definition-regimes.ts';
import { Failure } from '../api/http.ts';
import { areaNamesQuery } from '../api/procedure-areas.ts';
import { createProcedure, proceduresQuery } from '../api/procedures.ts';
import { useAccount } from '../api/session.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { BoundaryField, BoundaryOverlay } from './boundary-field.tsx';
import { keyOfName } from './due.ts';
import { useAct } from '../ui/use-act.ts';
import { Choose, Fault, TextField, useCodes } from './parts.tsx';
import { openProcedure } from './procedure-address.ts';
import styles from './procedures.module.css';
import { CONTENT_TEXTS } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Nowa procedura', from: 'Skąd', plan: 'Z planu, który jest w rejestrze', anew: 'Nowa, od przystąpienia', which: 'Plan', choose: 'wybierz plan…', planHint: 'Granica, przebieg i dokumenty planu staną się procedurą, a jego tereny – pierwszym projektem.', key: 'Klucz (w adresie planu)', keyHint: 'Małe litery bez polskich znaków, cyfry i myślniki.', make: 'Utwórz procedurę', cancel: 'Anuluj', made: (name: string) => `Utworzono procedurę: ${name}.`,
    missing: 'Podaj nazwę.', missingKey: 'Klucz ma mieć 2–80 znaków: małe litery, cyfry, myślniki.', missingBoundary: 'Wyznacz granicę planu.', missingPlan: 'Wybierz plan.', exists: 'Ten plan ma już procedurę.', open: 'Otwórz ją', NEW: 'nowy (po reformie z 2023 r.)', OLD: 'dotychczasowy',
  },
  en: {
    title: 'New procedure', from: 'From', plan: 'From a plan of the register', anew: 'New, from its initiation', which: 'Plan', choose: 'choose a plan…', planHint: 'Boundary, course and documents of the plan become the procedure, its zones the first draft.', key: 'Key (in the address of the plan)', keyHint: 'Small letters without accents, digits and hyphens.', make: 'Make the procedure', cancel: 'Cancel', made: (name: string) => `The procedure is made: ${name}.`,
    missing: 'Give a name.', missingKey: 'A key has 2–80 characters: small letters, digits, hyphens.', missingBoundary: 'Set the boundary of the plan.', missingPlan: 'Choose a plan.', exists: 'This plan has a procedure already.', open: 'Open it', NEW: 'new (after the reform of 2023)', OLD: 'former',
  },
});

const KEY = /^[a-z0-9][a-z0-9-]{1,79}$/;
type Kind = ProcedureContent['kind'];

export function NewProcedureForm({ onCancel, onMade }: { readonly onCancel: () => void; readonly onMade: (key: string, draft: number | null) => void }) {
  const texts = useTexts(TEXTS);
  const fields = useTexts(CONTENT_TEXTS);
  const account = useAccount();
  const { data: names } = useQuery(areaNamesQuery);
  const { data: all } = useQuery(proceduresQuery);
  const [from, setFrom] = useState<'plan' | 'anew'>('plan');
  const [plan, setPlan] = useState('');
  const [name, setName] = useState('');
  const [typedKey, setKey] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('MPZP');
  const [course, setCourse] = useState<ProcedureContent['procedure']>('NEW');
  const [regime, setRegime] = useState<ProcedureContent['definitionRegime']>('ACT_2023');
  const [boundary, setBoundary] = useState<ProcedureContent['boundary'] | null>(null);
  const [asked, setAsked] = useState(false);
  const act = useAct();
  const key = typedKey ?? keyOfName(name);
  const regimes = useCodes(DEFINITION_REGIMES);
  const faults = from === 'plan' ? { plan: plan ? null : texts.missingPlan } : { name: name.trim() ? null : texts.missing, key: KEY.test(key) ? null : texts.missingKey, boundary: boundary ? null : texts.missingBoundary };
  const fault = (field: string): string | null => (asked ? (faults as Record<string, string | null>)[field] ?? null : null);
  const make = (event: React.FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(faults).some((one) => one !== null)) return void requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-testid="procedures"] [aria-invalid="true"], [data-testid="boundary-district"]')?.focus());
    act.run(async () => {
      const made = await createProcedure(from === 'plan' ? { key: plan } : { key, name: name.trim(), kind, procedure: course, definitionRegime: regime, lead: account?.id ?? null, boundary: boundary!, events: [], documents: [], replaces: null });
      announce(texts.made(made.name));
      onMade(made.key, null);
    });
  };
  const taken = act.error instanceof Failure && act.error.status === 409;
  const conflicting = from === 'plan' ? plan : key;
  return (
    <section className={styles.part} aria-labelledby="new-procedure-title">
      <h3 id="new-procedure-title" tabIndex={-1}>{texts.title}</h3>
      <BoundaryOverlay boundary={from === 'anew' ? boundary : null} />
      <form className={styles.form} onSubmit={make} noValidate>
        <fieldset className={styles.group}>
          <legend>{texts.from}</legend>
          {(['plan', 'anew'] as const).map((one) => <label key={one} className={styles.check}><input type="radio" name="procedure-from" checked={from === one} onChange={() => { setFrom(one); act.clear(); }} />{texts[one]}</label>)}
        </fieldset>
        {from === 'plan' ? (
          <>
            <Choose label={texts.which} value={plan} empty={texts.choose} choices={names?.plans.filter(({ value }) => !all?.some((one) => one.key === value)) ?? []} onChange={setPlan} testid="adopted-plan" />
            {fault('plan') && <p className={styles.fault} role="alert">{fault('plan')}</p>}
            <p className={styles.quiet}>{texts.planHint}</p>
          </>
        ) : (
          <>
            <TextField label={fields.name} value={name} onChange={setName} fault={fault('name')} testid="procedure-name" />
            <TextField label={texts.key} value={key} onChange={setKey} hint={texts.keyHint} fault={fault('key')} testid="procedure-key" />
            <div className={styles.pair}>
              <Choose label={fields.kind} value={kind} choices={(['MPZP', 'POG', 'ZPI'] as const).map((value) => ({ value, label: value }))} onChange={(value) => setKind(value as Kind)} />
              <Choose label={fields.procedure} value={course} choices={(['NEW', 'OLD'] as const).map((value) => ({ value, label: texts[value] }))} onChange={(value) => setCourse(value as typeof course)} />
            </div>
            <Choose label={fields.definitionRegime} value={regime} choices={regimes} onChange={(value) => setRegime(value as typeof regime)} />
            <BoundaryField boundary={boundary} onChange={setBoundary} />
            {fault('boundary') && <p className={styles.fault} role="alert">{fault('boundary')}</p>}
          </>
        )}
        {taken ? <Notice kind="bad" action={<Button kind="quiet" onClick={() => openProcedure(conflicting)}>{texts.open}</Button>}>{texts.exists}</Notice> : <Fault error={act.error} />}
        <div className={styles.actions}><Button kind="primary" type="submit" disabled={act.busy} data-testid="make-procedure">{texts.make}</Button><Button kind="quiet" onClick={onCancel}>{texts.cancel}</Button></div>
      </form>
    </section>
  );
}
