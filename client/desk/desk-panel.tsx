/** The planner's desk in the panel: the way in for who is not signed in, the tabs for who is. */
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { isAdviser, sessionQuery, type SignedInAccount, useAccount } from '../api/session.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { navigate, useUrl } from '../url/use-url.ts';
import styles from './desk.module.css';
import { useFreshCodes } from './fresh-codes.ts';
import { WayIn } from './way-in.tsx';

const TEXTS = defineTexts({
  pl: { title: 'Biurko planisty', adviser: 'Centrum Obsługi Inwestora', close: 'Zamknij biurko', parts: 'Części biurka', desk: 'Adnotacje', 'desk-procedures': 'Procedury', 'desk-sites': 'Tereny', 'desk-enquiries': 'Zapytania', 'desk-sought': 'Czego szukają', 'desk-people': 'Ludzie', 'desk-account': 'Konto' },
  en: { title: 'Planner’s desk', adviser: 'Investor Service Centre', close: 'Close the desk', parts: 'Parts of the desk', desk: 'Annotations', 'desk-procedures': 'Procedures', 'desk-sites': 'Sites', 'desk-enquiries': 'Enquiries', 'desk-sought': 'What is searched', 'desk-people': 'People', 'desk-account': 'Account' },
});

/** In their order; the word is the `tool` of the address. */
const NAMES = ['desk', 'desk-procedures', 'desk-sites', 'desk-enquiries', 'desk-sought', 'desk-people', 'desk-account'] as const;
type TabName = (typeof NAMES)[number];

/** What other rooms bring. */
export type Tabs = { readonly [name in Exclude<TabName, 'desk-people' | 'desk-account'>]?: ComponentType };

/** What is not everybody's: advisers of investors have tabs of their own, and none of the planners'. */
const isFor = (name: TabName, role: SignedInAccount['role']): boolean => {
  if (name === 'desk-account') return true;
  if (name === 'desk-people') return role === 'administrator';
  return (name !== 'desk' && name !== 'desk-procedures') === (role === 'investor-adviser');
};

const OWN: { readonly [name in TabName]?: ComponentType } = {
  'desk-people': lazy(() => import('./people.tsx').then((room) => ({ default: room.People }))),
  'desk-account': lazy(() => import('./account.tsx').then((room) => ({ default: room.Account }))),
};
const Invitation = lazy(() => import('./invitation.tsx').then((room) => ({ default: room.Invitation })));

function Opened({ tabs, role }: { readonly tabs: Tabs; readonly role: SignedInAccount['role'] }) {
  const texts = useTexts(TEXTS);
  const { tool } = useUrl();
  const all = { ...OWN, ...tabs };
  const names = NAMES.filter((name) => all[name] && isFor(name, role));
  const chosen = names.find((name) => name === tool) ?? names[0]!;
  const Tab = all[chosen]!;
  return (
    <>
      <nav className={styles.tabs} aria-label={texts.parts}>
        {names.map((name) => <Button key={name} kind="quiet" className={styles.tab} aria-current={name === chosen ? 'page' : undefined} onClick={() => navigate({ tool: name })}>{texts[name]}</Button>)}
      </nav>
      <Boundary key={chosen}><Suspense fallback={<Loading />}><Tab /></Suspense></Boundary>
    </>
  );
}

export function DeskPanel({ tabs }: { readonly tabs: Tabs }) {
  const texts = useTexts(TEXTS);
  const { tool } = useUrl();
  const account = useAccount();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const codes = useFreshCodes();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article className={styles.desk} data-testid="desk">
      <header className={styles.head}>
        <h2 tabIndex={-1} ref={heading}>{isAdviser(account) ? texts.adviser : texts.title}</h2>
        <IconButton name={texts.close} onClick={() => navigate({ tool: null })}><X size={18} aria-hidden /></IconButton>
      </header>
      {tool === 'desk-invitation' ? <Suspense fallback={<Loading />}><Invitation /></Suspense>
        : account && !codes ? <Opened tabs={tabs} role={account.role} />
          : error && !session ? <FailureNotice error={error} onRetry={() => void refetch()} />
            : session ? <WayIn session={session} /> : <Loading />}
    </article>
  );
}
