/** The history of a parcel number in plain words, with links to the other parcels on a day on which they stood; and what became of one that is no more. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dayBefore, type HistoryLine, historyLines, type Origin, successorsOf } from '../../domain/cadastre/history-lines.ts';
import type { ParcelHistory } from '../../domain/contract/lineage.ts';
import { historyQuery } from '../api/parcels.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { selectOne } from '../selection/selection.ts';
import { Notice } from '../ui/notice.tsx';
import { printUrl } from '../url/parameters.ts';
import { navigate, useUrl } from '../url/use-url.ts';
import { SourceLine } from './provenance.tsx';
import styles from './panels.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Historia numeru', from: (day: string) => `od ${day}`,
    split: 'powstała z podziału działki', merge: 'powstała z połączenia działek', renumber: 'to nowy numer działki', reparcelling: 'powstała z gruntu działek',
    'boundary-shift': 'przejęła fragment działki', facts: 'ma zmienione dane w rejestrze', ended: 'zniknęła z rejestru, który nie wskazuje następcy',
    ownBoundary: 'ma zmienioną granicę', part: (share: string) => `(${share} jej powierzchni)`,
    knownSince: (day: string) => `Rejestr sięga tutaj do ${day}; o wcześniejszych dniach nie mówi nic.`, incomplete: 'Historia jest dłuższa: pokazano najbliższe zmiany.',
    gone: (number: string, day: string) => `Działki ${number} nie ma od ${day}.`, became: 'Na jej gruncie są teraz:', becameThen: 'Na jej gruncie powstały wtedy:', nothing: 'Rejestr nie wskazuje, co jest na jej miejscu.',
  },
  en: {
    title: 'History of the number', from: (day: string) => `since ${day}`,
    split: 'was made by dividing', merge: 'was made by joining', renumber: 'is the new number of', reparcelling: 'was made from the ground of',
    'boundary-shift': 'took a piece of', facts: 'has changed facts in the register', ended: 'left the register, which names no successor',
    ownBoundary: 'has a moved boundary', part: (share: string) => `(${share} of it)`,
    knownSince: (day: string) => `The register here goes back to ${day}; of earlier days it says nothing.`, incomplete: 'The history is longer: the nearest changes are shown.',
    gone: (number: string, day: string) => `Parcel ${number} is no more since ${day}.`, became: 'On its ground there is now:', becameThen: 'On its ground there came then:', nothing: 'The register does not say what is in its place.',
  },
});

const numberOf = (identifier: string): string => identifier.split('.').at(-1)!;

/** A parcel, on today's map when it stands today, else on `day`, when it stood. */
function ParcelOn({ parcel: { identifier, standsToday }, day }: { readonly parcel: HistoryLine['parcel']; readonly day: string }) {
  const state = useUrl();
  const change = { day: standsToday ? null : day, selection: selectOne({ layer: 'parcels', key: identifier }) };
  const press = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(change);
  };
  return <a href={printUrl({ ...state, ...change })} onClick={press}>{numberOf(identifier)}</a>;
}

const listed = (items: readonly ReactNode[]): ReactNode[] => items.flatMap((item, index) => (index === 0 ? [item] : [', ', item]));

function Line({ line: { on, what, parcel, origins }, own }: { readonly line: HistoryLine; readonly own: string }) {
  const texts = useTexts(TEXTS);
  const { date, percent } = useFormats();
  const self = <b>{numberOf(parcel.identifier)}</b>;
  const others: readonly Origin[] = what === 'boundary-shift' ? origins.filter(({ identifier }) => identifier !== parcel.identifier) : origins;
  const moved = what === 'boundary-shift' && others.length < origins.length;
  return (
    <li>
      <small>{texts.from(date(on))}</small>
      <span>
        {parcel.identifier === own ? self : <ParcelOn parcel={parcel} day={on} />}{' '}
        {moved && <>{texts.ownBoundary}{others.length > 0 && ', '}</>}
        {(!moved || others.length > 0) && texts[what]}{' '}
        {listed(others.map((origin) => (
          <span key={origin.identifier}>
            {origin.identifier === own ? <b>{numberOf(own)}</b> : <ParcelOn parcel={origin} day={dayBefore(on)} />}
            {origin.partPct !== null && <> {texts.part(percent(origin.partPct))}</>}
          </span>
        )))}
      </span>
    </li>
  );
}

function Gone({ history }: { readonly history: ParcelHistory }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const since = history.versions.at(-1)!.validTo!;
  const successors = successorsOf(history);
  const words = successors.length === 0 ? texts.nothing : successors.every(({ to }) => to.standsToday) ? texts.became : texts.becameThen;
  return (
    <Notice>
      <span data-testid="parcel-gone">
        {texts.gone(numberOf(history.identifier), date(since))} {words}{' '}
        {listed(successors.map(({ to }) => <ParcelOn key={to.identifier} parcel={to} day={since} />))}
      </span>
    </Notice>
  );
}

/** Nothing for a parcel that has stood unchanged. `gone`: the panel has nothing else to show; `otherwise` is shown when the register never knew the number. */
export function ParcelHistoryTopic({ identifier, gone = false, otherwise = null }: { readonly identifier: string; readonly gone?: boolean; readonly otherwise?: ReactNode }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const { data: history, isPending } = useQuery(historyQuery(identifier));
  if (!history) return isPending ? null : otherwise;
  const lines = historyLines(history);
  const ended = gone && !history.standsToday && history.versions.at(-1)?.validTo;
  const source = [...history.madeFrom, ...history.became][0]?.provenance ?? history.versions.at(-1)!.provenance;
  return (
    <>
      {ended ? <Gone history={history} /> : gone && otherwise}
      {lines.length > 0 && (
        <section className={styles.section} data-testid="parcel-history">
          <h3>{texts.title}</h3>
          <ol className={styles.timeline}>{lines.map((line) => <Line key={`${line.on} ${line.parcel.identifier} ${line.what}`} line={line} own={identifier} />)}</ol>
          {!history.complete && <p className={styles.remark}>{texts.incomplete}</p>}
          {history.knownSince && history.knownSince <= lines[0]!.on && <p className={styles.remark}>{texts.knownSince(date(history.knownSince))}</p>}
          <SourceLine {...source} />
        </section>
      )}
    </>
  );
}
