/** Role and areas of an account: the whole city, or districts and plans chosen from the lists of the map. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewAccount } from '../../domain/contract/office/session.ts';
import { ROLES } from '../../domain/office/roles.ts';
import { type AreaChoice, areaChoicesQuery } from '../api/accounts.ts';
import { defineTexts, useSay, useTexts } from '../i18n/language.ts';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';

const TEXTS = defineTexts({
  pl: { role: 'Rola', where: 'Gdzie może zmieniać', city: 'Całe miasto', some: 'Wybrane dzielnice i plany', find: 'Zawęź listę', district: 'Dzielnice', plan: 'Plany', chosen: (n: number) => `Wybrano: ${n}`, none: 'Nic nie pasuje.', nothing: 'Bez obszaru konto tylko czyta.' },
  en: { role: 'Role', where: 'Where changes are allowed', city: 'The whole city', some: 'Chosen districts and plans', find: 'Narrow the list', district: 'Districts', plan: 'Plans', chosen: (n: number) => `Chosen: ${n}`, none: 'Nothing matches.', nothing: 'Without an area the account only reads.' },
});

export type Rights = Pick<NewAccount, 'role' | 'wholeCity' | 'areas'>;

/** Roles without areas: administrators write nothing on the map, advisers edit sites wherever they lie. */
const EVERYWHERE: ReadonlySet<Rights['role']> = new Set(['administrator', 'investor-adviser']);

const same = (one: AreaChoice | Rights['areas'][number]) => `${one.kind}:${one.key}`;

function Areas({ areas, onChange }: { readonly areas: Rights['areas']; readonly onChange: (areas: Rights['areas']) => void }) {
  const texts = useTexts(TEXTS);
  const { data, error, refetch } = useQuery(areaChoicesQuery);
  const [word, setWord] = useState('');
  const chosen = new Set(areas.map(same));
  const toggle = ({ kind, key }: AreaChoice) => onChange(chosen.has(`${kind}:${key}`) ? areas.filter((area) => same(area) !== `${kind}:${key}`) : [...areas, { kind, key }]);
  if (!data) return error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const shown = data.filter(({ name }) => name.toLocaleLowerCase('pl').includes(word.trim().toLocaleLowerCase('pl')));
  return (
    <>
      <div className={styles.field}><label htmlFor="find-area">{texts.find}</label><div className={styles.input}><input id="find-area" type="search" value={word} maxLength={100} onInput={(event) => setWord(event.currentTarget.value)} /></div></div>
      <div className={styles.areas} role="group" aria-label={texts.some}>
        {(['district', 'plan'] as const).map((kind) => shown.some((area) => area.kind === kind) && (
          <fieldset key={kind} className={styles.choices}>
            <legend>{texts[kind]}</legend>
            {shown.filter((area) => area.kind === kind).map((area) => <label key={area.key} className={styles.choice}><input type="checkbox" checked={chosen.has(same(area))} onChange={() => toggle(area)} />{area.name}</label>)}
          </fieldset>
        ))}
        {shown.length === 0 && <p className={ui.note}>{texts.none}</p>}
      </div>
      <p className={ui.note} role="status">{areas.length === 0 ? texts.nothing : texts.chosen(areas.length)}</p>
    </>
  );
}

export function RightsFields({ rights, onChange, id }: { readonly rights: Rights; readonly onChange: (rights: Rights) => void; readonly id: string }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={`${id}-role`}>{texts.role}</label>
        <select id={`${id}-role`} className={styles.select} value={rights.role} onChange={(event) => onChange({ ...rights, role: event.currentTarget.value as Rights['role'] })}>
          {ROLES.map(({ value, label }) => <option key={value} value={value}>{say(label)}</option>)}
        </select>
      </div>
      {!EVERYWHERE.has(rights.role) && (
        <fieldset className={styles.choices}>
          <legend>{texts.where}</legend>
          {([true, false] as const).map((whole) => (
            <label key={String(whole)} className={styles.choice}><input type="radio" name={`${id}-where`} checked={rights.wholeCity === whole} onChange={() => onChange({ ...rights, wholeCity: whole })} />{whole ? texts.city : texts.some}</label>
          ))}
          {!rights.wholeCity && <Areas areas={rights.areas} onChange={(areas) => onChange({ ...rights, areas })} />}
        </fieldset>
      )}
    </>
  );
}

/** What is sent: administrators and advisers have no areas, the whole city needs none. */
export const rightsSent = ({ role, wholeCity, areas }: Rights): Rights => (EVERYWHERE.has(role) ? { role, wholeCity: false, areas: [] } : { role, wholeCity, areas: wholeCity ? [] : areas });
