/** The tab of procedures: the list, one that is begun, the desk of one, or a draft of it – as the address says. */
import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../api/session.ts';
import { DraftDesk } from './draft-desk.tsx';
import { NewProcedureForm } from './new-procedure.tsx';
import { openProcedure, useOpenProcedure } from './procedure-address.ts';
import { ProcedureDesk } from './procedure-desk.tsx';
import { ProcedureListView } from './procedure-list.tsx';

export function ProceduresTab() {
  const account = useAccount();
  const open = useOpenProcedure();
  const [begins, setBegins] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const place = open ? `${open.key}~${open.draft}` : begins ? 'new' : 'list';
  const before = useRef(place);
  // Who went somewhere reads from its heading on.
  useEffect(() => {
    if (before.current !== place) root.current?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: false });
    before.current = place;
  }, [place]);
  if (!account) return null;
  return (
    <div ref={root} data-testid="procedures">
      {open?.draft != null ? <DraftDesk key={place} procedureKey={open.key} number={open.draft} account={account} />
        : open ? <ProcedureDesk key={open.key} procedureKey={open.key} account={account} />
          : begins ? <NewProcedureForm onCancel={() => setBegins(false)} onMade={(key, draft) => { setBegins(false); openProcedure(key, draft); }} />
            : <ProcedureListView account={account} onNew={() => setBegins(true)} />}
    </div>
  );
}
