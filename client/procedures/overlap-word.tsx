/** At a zone of a parcel: a planner says that it does or does not apply there, with a reason, or takes that back. Residents read it in the statement. */
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { NewOverlapOverruling, OverlapOverruling } from '../../domain/contract/office/overlap.ts';
import { overlapWordsQuery, revokeOverlapWord, sayOfOverlap } from '../api/overlaps.ts';
import { useAccount } from '../api/session.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice, Loading } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import { useAct } from '../ui/use-act.ts';
import { Fault, TextField } from './parts.tsx';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Rozstrzygnij, czy teren dotyczy działki', at: (symbol: string) => ` – ${symbol}`, lead: 'Gdy pomiar z rysunków się myli. Powód przeczyta każdy, Twojego nazwiska nie; pomiar zostaje obok.', says: 'Co rozstrzygasz', 'does-not-apply': 'teren nie dotyczy działki', applies: 'teren dotyczy działki', reason: 'Powód (co najmniej 10 znaków)', short: 'Napisz dlaczego – co najmniej 10 znaków.',
    say: 'Zapisz rozstrzygnięcie', said: 'Zapisano rozstrzygnięcie. Widać je przy terenie.', stands: (says: string, who: string, day: string) => `${says} – ${who}, ${day}`, revoke: 'Odwołaj rozstrzygnięcie', sure: 'Odwołać? Od dziś znów liczy się sam pomiar.', yes: 'Tak, odwołaj', no: 'Nie', revoked: 'Odwołano rozstrzygnięcie.',
  },
  en: {
    title: 'Say whether the zone applies to the parcel', at: (symbol: string) => ` – ${symbol}`, lead: 'Where what was measured from the drawings is wrong. Everybody reads the reason, nobody your name; what was measured stays beside it.', says: 'What you say', 'does-not-apply': 'the zone does not apply to the parcel', applies: 'the zone applies to the parcel', reason: 'Reason (at least 10 characters)', short: 'Say why – at least 10 characters.',
    say: 'Save', said: 'Saved. It is shown with the zone.', stands: (says: string, who: string, day: string) => `${says} – ${who}, ${day}`, revoke: 'Take it back', sure: 'Take it back? From today what was measured counts alone.', yes: 'Yes, take it back', no: 'No', revoked: 'It is taken back.',
  },
});

type About = Pick<NewOverlapOverruling, 'parcel' | 'layer' | 'zone'>;

function Standing({ word, onDone }: { readonly word: OverlapOverruling; readonly onDone: () => void }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const [asks, setAsks] = useState(false);
  const act = useAct();
  const revoke = () => act.run(async () => {
    await revokeOverlapWord(word);
    announce(texts.revoked);
    onDone();
  });
  return (
    <>
      <p>{texts.stands(texts[word.says], word.by.name, date(word.fromDay))}<br />{word.reason}</p>
      <Fault error={act.error} />
      {asks ? <div role="group" aria-label={texts.revoke}><p role="alert">{texts.sure}</p><div className={styles.actions}><Button disabled={act.busy} onClick={revoke} data-testid="overlap-revoke-yes">{texts.yes}</Button><Button kind="quiet" onClick={() => setAsks(false)}>{texts.no}</Button></div></div>
        : <div><Button onClick={() => setAsks(true)} data-testid="overlap-revoke">{texts.revoke}</Button></div>}
    </>
  );
}

function WordForm({ about, onDone }: { readonly about: About; readonly onDone: () => void }) {
  const texts = useTexts(TEXTS);
  const name = useId();
  const [says, setSays] = useState<NewOverlapOverruling['says']>('does-not-apply');
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const act = useAct();
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    setShort(why.length < 10);
    if (why.length >= 10) act.run(async () => {
      await sayOfOverlap({ ...about, says, reason: why });
      announce(texts.said);
      onDone();
    });
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <p className={styles.quiet}>{texts.lead}</p>
      <fieldset className={styles.group}>
        <legend className="unseen">{texts.says}</legend>
        {(['does-not-apply', 'applies'] as const).map((one) => <label key={one} className={styles.check}><input type="radio" name={name} checked={says === one} onChange={() => setSays(one)} />{texts[one]}</label>)}
      </fieldset>
      <TextField label={texts.reason} value={reason} onChange={setReason} rows={2} fault={short ? texts.short : null} testid="overlap-reason" />
      <Fault error={act.error} />
      <div><Button type="submit" disabled={act.busy} data-testid="overlap-say">{texts.say}</Button></div>
    </form>
  );
}

function Opened({ about, onDone }: { readonly about: About; readonly onDone: () => void }) {
  const { data, error, refetch } = useQuery(overlapWordsQuery(about.parcel));
  if (!data) return error ? <FailureNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const word = data.find(({ layer, zone, untilDay }) => layer === about.layer && zone === about.zone && untilDay === null);
  return word ? <Standing word={word} onDone={onDone} /> : <WordForm about={about} onDone={onDone} />;
}

/** `entry` of a statement: `zones/stare-miasto:MW.3`. Nothing for other entries, for who may not say it, and for days that are past. */
export function OverlapWord({ parcel, entry, symbol }: { readonly parcel: string; readonly entry: string; readonly symbol: string }) {
  const texts = useTexts(TEXTS);
  const account = useAccount();
  const { day } = useUrl();
  const [open, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const [, layer, zone] = /^(zones|general-plan-zones)\/(.+)$/.exec(entry) ?? [];
  if (!zone || day !== null || (account?.role !== 'planner' && account?.role !== 'chief-planner')) return null;
  const done = () => {
    setOpen(false);
    summary.current?.focus();
  };
  return (
    <details className={styles.word} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} data-testid="overlap-word">
      <summary ref={summary}>{texts.title}<span className="unseen">{texts.at(symbol)}</span></summary>
      {open && <Opened about={{ parcel, layer: layer as About['layer'], zone }} onDone={done} />}
    </details>
  );
}
