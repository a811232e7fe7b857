/** People of the office, for administrators: who there is, with which rights, and adding somebody. */
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { InvitationLink } from '../../domain/contract/office/session.ts';
import { accountsQuery, addAccount } from '../api/accounts.ts';
import { useAccount } from '../api/session.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import styles from './desk.module.css';
import { OneTimeLink } from './one-time-link.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonRow } from './person-row.tsx';

const TEXTS = defineTexts({
  pl: { title: 'Ludzie', add: 'Dodaj osobę', added: (name: string) => `Dodano: ${name}.`, count: (n: string, plural: string) => `${n} ${({ one: 'konto', few: 'konta' } as Record<string, string>)[plural] ?? 'kont'}` },
  en: { title: 'People', add: 'Add somebody', added: (name: string) => `Added: ${name}.`, count: (n: string, plural: string) => `${n} ${plural === 'one' ? 'account' : 'accounts'}` },
});

export function People() {
  const texts = useTexts(TEXTS);
  const { number, plural } = useFormats();
  const me = useAccount();
  const { data, error, refetch } = useQuery(accountsQuery);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly link: InvitationLink } | null>(null);
  const show = (name: string, link: InvitationLink) => setMade({ name, link });
  return (
    <section className={styles.part} aria-labelledby="people-title" data-testid="people">
      <h3 id="people-title">{texts.title}{data && ` · ${texts.count(number(data.length), plural(data.length))}`}</h3>
      {made && <OneTimeLink name={made.name} link={made.link} onClose={() => setMade(null)} />}
      {adding ? (
        <PersonForm
          onCancel={() => setAdding(false)}
          onSend={async (account) => {
            const { account: { name }, invitation } = await addAccount(account);
            setAdding(false);
            announce(texts.added(name));
            show(name, invitation);
          }}
        />
      ) : <div className={styles.actions}><Button onClick={() => setAdding(true)}><UserPlus size={16} aria-hidden />{texts.add}</Button></div>}
      {error && !data ? <FailureNotice error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      <ul className={styles.rows}>{data?.map((person) => <PersonRow key={person.id} person={person} own={person.id === me?.id} onLink={(link) => show(person.name, link)} />)}</ul>
    </section>
  );
}
