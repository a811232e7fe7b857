/** One account in the list of people: its state, and what an administrator may do with it. */
import { useState } from 'react';
import type { AccountRecord, InvitationLink } from '../../domain/contract/office/session.ts';
import { ROLES } from '../../domain/office/roles.ts';
import { changeAccount, inviteAgain } from '../api/accounts.ts';
import { defineTexts, useMoment, useSay, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import ui from '../ui/ui.module.css';
import styles from './desk.module.css';
import { Fault, useFaultWords } from './fault.tsx';
import { type Rights, RightsFields, rightsSent } from './rights-fields.tsx';
import { useAct } from '../ui/use-act.ts';

const TEXTS = defineTexts({
  pl: {
    you: 'to Ty', disabled: 'wyłączone', city: 'całe miasto', reading: 'tylko odczyt', second: 'drugi składnik włączony', noSecond: 'bez drugiego składnika', by: { password: 'hasło', oidc: 'zewnętrzna usługa', 'nothing-yet': 'jeszcze bez hasła' },
    last: (when: string) => `ostatnio ${when}`, never: 'jeszcze bez logowania', rights: 'Rola i obszar', link: 'Nowy link', off: 'Wyłącz', on: 'Włącz', reset: 'Skasuj drugi składnik', sure: 'Na pewno?', yes: 'Tak', no: 'Nie', save: 'Zapisz', cancel: 'Anuluj', saved: 'Zapisano.',
    ask: { off: 'Wyłączyć to konto? Jego sesje zakończą się od razu.', reset: 'Skasować drugi składnik? Ta osoba włączy nowy przy następnym logowaniu.', link: 'Utworzyć nowy link? Pozwoli ustawić nowe hasło; poprzedni link przestanie działać.' },
  },
  en: {
    you: 'you', disabled: 'disabled', city: 'the whole city', reading: 'reading only', second: 'second factor on', noSecond: 'no second factor', by: { password: 'password', oidc: 'external service', 'nothing-yet': 'no password yet' },
    last: (when: string) => `last ${when}`, never: 'never signed in', rights: 'Role and area', link: 'New link', off: 'Disable', on: 'Enable', reset: 'Reset the second factor', sure: 'Sure?', yes: 'Yes', no: 'No', save: 'Save', cancel: 'Cancel', saved: 'Saved.',
    ask: { off: 'Disable this account? Its sessions end at once.', reset: 'Reset the second factor? The person sets up a new one at the next sign-in.', link: 'Make a new link? It lets a new password be set; the former link stops working.' },
  },
});

type Question = keyof (typeof TEXTS)['pl']['ask'];

function EditRights({ person, onDone }: { readonly person: AccountRecord; readonly onDone: () => void }) {
  const texts = useTexts(TEXTS);
  const [rights, setRights] = useState<Rights>({ role: person.role, wholeCity: person.wholeCity, areas: person.areas.map(({ kind, key }) => ({ kind, key })) });
  const act = useAct();
  const words = useFaultWords('person')(act.error);
  const save = () => act.run(async () => {
    await changeAccount(person.id, rightsSent(rights));
    announce(texts.saved);
    onDone();
  });
  return (
    <div className={styles.form} role="group" aria-label={`${texts.rights}: ${person.name}`}>
      <RightsFields id={`rights-${person.id}`} rights={rights} onChange={setRights} />
      <Fault id={`rights-fault-${person.id}`} words={words} />
      <div className={styles.actions}><Button kind="quiet" onClick={save}>{texts.save}</Button><Button kind="quiet" onClick={onDone}>{texts.cancel}</Button></div>
    </div>
  );
}

export function PersonRow({ person, own, onLink }: { readonly person: AccountRecord; readonly own: boolean; readonly onLink: (link: InvitationLink) => void }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const moment = useMoment();
  const [editing, setEditing] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const act = useAct();
  const words = useFaultWords('person')(act.error);
  const { id, name, login, role, wholeCity, areas, disabled, secondFactor, signsInBy, lastSignedInAt } = person;
  const where = role === 'administrator' ? null : wholeCity ? texts.city : areas.map((area) => area.name).join(', ') || texts.reading;
  // Who has never come has neither password nor second factor: one of the three says it.
  const facts = [disabled && texts.disabled, texts.by[signsInBy], ...(signsInBy === 'nothing-yet' && !lastSignedInAt ? [] : [secondFactor ? texts.second : texts.noSecond, lastSignedInAt ? texts.last(moment(lastSignedInAt)) : texts.never])];
  const change = (of: Parameters<typeof changeAccount>[1]) => act.run(async () => {
    await changeAccount(id, of);
    announce(texts.saved);
  });
  const answers: Readonly<Record<Question, () => void>> = {
    off: () => change({ disabled: true }), reset: () => change({ resetSecondFactor: true }), link: () => act.run(async () => onLink(await inviteAgain(id))),
  };
  const button = (word: string, onClick: () => void) => <Button kind="quiet" aria-label={`${word}: ${name}`} onClick={onClick}>{word}</Button>;
  return (
    <li className={styles.row} data-testid={`person-${login}`}>
      <span><b>{name}</b> · {login}{own && ` · ${texts.you}`}</span>
      <span>{[say(ROLES.find(({ value }) => value === role)!.label), where].filter(Boolean).join(' · ')}</span>
      <span className={ui.note}>{facts.filter(Boolean).join(' · ')}</span>
      <Fault id={`person-fault-${id}`} words={words} />
      {editing ? <EditRights person={person} onDone={() => setEditing(false)} /> : question ? (
        <div role="group" aria-label={texts.sure}>
          <p role="alert">{texts.ask[question]}</p>
          <div className={styles.actions}>
            {button(texts.yes, () => { answers[question](); setQuestion(null); })}
            {button(texts.no, () => setQuestion(null))}
          </div>
        </div>
      ) : (
        <div className={styles.actions}>
          {button(texts.rights, () => setEditing(true))}
          {!disabled && button(texts.link, () => setQuestion('link'))}
          {secondFactor && button(texts.reset, () => setQuestion('reset'))}
          {!own && (disabled ? button(texts.on, () => change({ disabled: false })) : button(texts.off, () => setQuestion('off')))}
        </div>
      )}
    </li>
  );
}
