/** Sending an enquiry: a token from the server when the form opens, faults by field, a token that was refused asked for anew. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { enquiryToken, sendEnquiry } from '../api/sites.ts';
import { Failure } from '../api/http.ts';
import { EMPTY, type EnquiryDraft, keepDraft, readDraft } from './enquiry-draft.ts';

/** The server takes a form from three seconds after it was opened. */
const EARLIEST_MS = 3_200;

type Faulty = keyof EnquiryDraft | 'consent';
export type Sending = { readonly kind: 'writing' } | { readonly kind: 'sending' } | { readonly kind: 'sent'; readonly reference: string } | { readonly kind: 'failed'; readonly error: unknown };

const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, Math.max(0, ms)); });
const isTokenFault = (error: unknown): boolean => error instanceof Failure && error.status === 422 && (error.problem?.errors?.some(({ path }) => path === 'token') ?? false);

/** `website`: what a program wrote into the field that people do not see. */
export function useEnquiry(site: string) {
  const [draft, setDraft] = useState(() => readDraft(site));
  const [consent, setConsent] = useState(false);
  const [state, setState] = useState<Sending>({ kind: 'writing' });
  const [faults, setFaults] = useState<readonly Faulty[]>([]);
  const token = useRef<Promise<{ readonly token: string; readonly at: number }> | null>(null);
  const ask = useCallback(() => (token.current = enquiryToken(site).then((answer) => ({ token: answer.token, at: Date.now() }))), [site]);
  useEffect(() => { ask().catch(() => { token.current = null; }); }, [ask]);

  const write = (change: Partial<EnquiryDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    keepDraft(site, next);
    setFaults(faults.filter((fault) => !(fault in change)));
  };
  const clear = () => { setDraft(EMPTY); setConsent(false); setFaults([]); keepDraft(site, EMPTY); };

  async function post(website: string): Promise<string> {
    const given = await (token.current ?? ask());
    await wait(given.at + EARLIEST_MS - Date.now());
    const [phone, company] = [draft.phone.trim(), draft.company.trim()];
    const { reference } = await sendEnquiry({ token: given.token, site, name: draft.name, email: draft.email.trim(), message: draft.message, website, consent: true, ...(phone ? { phone } : {}), ...(company ? { company } : {}) });
    return reference;
  }

  /** Whether it was sent, and else which fields to mend. */
  async function send(website: string): Promise<readonly Faulty[]> {
    const missing: Faulty[] = [...(['name', 'email', 'message'] as const).filter((field) => draft[field].trim() === ''), ...(consent ? [] : ['consent' as const])];
    setFaults(missing);
    if (missing.length > 0) return missing;
    setState({ kind: 'sending' });
    try {
      let reference: string;
      try {
        reference = await post(website);
      } catch (error) {
        if (!isTokenFault(error)) throw error;
        void ask();
        reference = await post(website);
      }
      clear();
      setState({ kind: 'sent', reference });
      return [];
    } catch (error) {
      const found = error instanceof Failure ? (error.problem?.errors ?? []).map(({ path }) => path).filter((path): path is Faulty => path === 'consent' || path in EMPTY) : [];
      setFaults(found);
      setState({ kind: 'failed', error });
      // What failed to be asked for is asked for again.
      token.current?.catch(() => { token.current = null; });
      return found;
    }
  }
  return { draft, write, clear, consent, setConsent: (given: boolean) => { setConsent(given); setFaults(faults.filter((fault) => fault !== 'consent')); }, state, faults, send, again: () => { setState({ kind: 'writing' }); void ask().catch(() => { token.current = null; }); } };
}
