/** What may be done with zones: a new one is drawn; the chosen one is changed, cut, joined with a neighbour, deleted. */
import { Scissors, Spline, SquarePlus, Trash2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Procedure } from '../../domain/contract/office/procedure.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { DrawArea, EditArea } from './area-pen.tsx';
import { type EditZone, emptyZone, freeSymbol, newId } from './draft-zones.ts';
import { Choose } from './parts.tsx';
import styles from './procedures.module.css';
import { areaOfShapes, boxOf, cutZone, follow, joinTwo } from './zone-shapes.ts';
import { ZoneForm } from './zone-form.tsx';

const TEXTS = defineTexts({
  pl: {
    add: 'Narysuj nowy teren', added: (symbol: string) => `Dodano teren ${symbol}. Sprawdź symbol i wskaźniki.`, zone: (symbol: string) => `Teren ${symbol}`, close: 'Zamknij teren', show: 'Pokaż na mapie', edit: 'Popraw granice', follow: 'Sąsiednie tereny idą za wspólnymi narożnikami', cut: 'Podziel', cutDone: (symbol: string) => `Podzielono. Nowa część: ${symbol}.`, cutMissed: 'Linia nie przecina terenu na wskroś – teren został, jaki był.', join: 'Połącz z terenem', joinHint: 'Zostają symbol i wskaźniki tego terenu.', choose: 'wybierz…', joined: (one: string, other: string) => `Połączono ${other} z ${one}.`, joinMissed: (other: string) => `Teren ${other} nie ma wspólnej granicy z tym terenem albo na niego nachodzi – nic nie zmieniono.`, remove: 'Usuń teren', removed: (symbol: string) => `Usunięto teren ${symbol}. Krok można cofnąć.`,
  },
  en: {
    add: 'Draw a new zone', added: (symbol: string) => `Zone ${symbol} is added. Look at its symbol and figures.`, zone: (symbol: string) => `Zone ${symbol}`, close: 'Close the zone', show: 'Show on the map', edit: 'Correct the borders', follow: 'Neighbouring zones follow corners they share', cut: 'Split', cutDone: (symbol: string) => `Split. The new part: ${symbol}.`, cutMissed: 'The line does not go right through the zone – it stays as it was.', join: 'Join with the zone', joinHint: 'Symbol and figures of this zone stay.', choose: 'choose…', joined: (one: string, other: string) => `${other} is joined with ${one}.`, joinMissed: (other: string) => `Zone ${other} shares no border with this one, or overlaps it – nothing was changed.`, remove: 'Delete the zone', removed: (symbol: string) => `Zone ${symbol} is deleted. The step can be undone.`,
  },
});

export type ChangeZones = (to: (zones: readonly EditZone[]) => readonly EditZone[], about?: string) => void;

interface Props {
  readonly procedure: Procedure;
  readonly zones: readonly EditZone[];
  readonly chosen: number | null;
  readonly frozen: boolean;
  readonly onChange: ChangeZones;
  readonly onChoose: (id: number | null) => void;
}

type Pen = 'draw' | 'edit' | 'cut' | null;

function ChosenZone({ zone, procedure, zones, frozen, onChange, onChoose }: Props & { readonly zone: EditZone }) {
  const texts = useTexts(TEXTS);
  const [pen, setPen] = useState<Pen>(null);
  const [follows, setFollows] = useState(true);
  const [fault, setFault] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, symbol, geometry } = zone;
  useEffect(() => { heading.current?.focus({ preventScroll: false }); heading.current?.scrollIntoView({ block: 'nearest' }); }, []);
  const near = useMemo(() => [procedure.boundary, ...zones.filter((one) => one.id !== id).map((one) => one.geometry)], [procedure.boundary, zones, id]);
  const box = boxOf([geometry]);
  const said = (done: readonly EditZone[] | null, words: string, missed: string) => {
    setFault(done ? null : missed);
    announce(done ? words : missed);
    if (done) onChange(() => done);
    setPen(null);
  };
  const join = (other: string) => {
    const second = zones.find((one) => String(one.id) === other);
    if (second) said(joinTwo(zones, id, second.id), texts.joined(symbol, second.symbol), texts.joinMissed(second.symbol));
  };
  const pens = [['edit', Spline, texts.edit], ['cut', Scissors, texts.cut]] as const;
  return (
    <section className={styles.section} aria-labelledby="zone-title" data-testid="zone">
      <div className={styles.line}><h4 id="zone-title" ref={heading} tabIndex={-1} className={styles.grow}>{texts.zone(symbol)}</h4><IconButton name={texts.close} onClick={() => onChoose(null)}><X size={16} aria-hidden /></IconButton></div>
      <div className={styles.actions}>
        {box && <Button kind="quiet" className={styles.flush} onClick={() => showBox(box)}>{texts.show}</Button>}
        {!frozen && pens.map(([name, Icon, label]) => <Button key={name} aria-pressed={pen === name} onClick={() => { setFault(null); setPen(pen === name ? null : name); }} data-testid={`zone-${name}`}><Icon size={16} aria-hidden />{label}</Button>)}
        {!frozen && <Button onClick={() => { onChoose(null); onChange((now) => now.filter((one) => one.id !== id)); announce(texts.removed(symbol)); }} data-testid="zone-remove"><Trash2 size={16} aria-hidden />{texts.remove}</Button>}
      </div>
      {fault && <p className={styles.fault} role="alert">{fault}</p>}
      {pen === 'edit' && (
        <>
          <label className={styles.check}><input type="checkbox" checked={follows} onChange={({ currentTarget }) => setFollows(currentTarget.checked)} />{texts.follow}</label>
          <EditArea
            geometry={geometry} near={near} onLeave={() => setPen(null)}
            onChange={(next, steps) => onChange((now) => now.map((one) => {
              if (one.id === id) return { ...one, geometry: next, areaM2: null };
              const moved = follows ? follow(one.geometry, steps) : one.geometry;
              return moved === one.geometry ? one : { ...one, geometry: moved, areaM2: null };
            }))}
          />
        </>
      )}
      {pen === 'cut' && <DrawArea kind="line" near={[geometry, ...near]} onLeave={() => setPen(null)} onDone={({ vertices }) => { const done = cutZone(zones, id, vertices); said(done, texts.cutDone(done?.at(-1)?.symbol ?? ''), texts.cutMissed); }} />}
      {!frozen && zones.length > 1 && (
        <div>
          <Choose label={texts.join} value="" empty={texts.choose} choices={zones.filter((one) => one.id !== id).map((one) => ({ value: String(one.id), label: one.symbol })).toSorted((one, other) => one.label.localeCompare(other.label, 'pl', { numeric: true }))} onChange={join} testid="zone-join" />
          <p className={styles.quiet}>{texts.joinHint}</p>
        </div>
      )}
      <ZoneForm key={id} zone={zone} regime={procedure.definitionRegime} disabled={frozen} onChange={(change, about) => onChange((now) => now.map((one) => (one.id === id ? { ...one, ...change } : one)), `${id} ${about}`)} />
    </section>
  );
}

export function ZoneTools(props: Props) {
  const texts = useTexts(TEXTS);
  const { zones, chosen, frozen, procedure, onChange, onChoose } = props;
  const [draws, setDraws] = useState(false);
  const zone = zones.find(({ id }) => id === chosen);
  const near = useMemo(() => [procedure.boundary, ...zones.map(({ geometry }) => geometry)], [procedure.boundary, zones]);
  return (
    <>
      {!frozen && !zone && <div className={styles.actions}><Button aria-pressed={draws} onClick={() => setDraws(!draws)} data-testid="draw-zone"><SquarePlus size={16} aria-hidden />{texts.add}</Button></div>}
      {!frozen && !zone && draws && (
        <DrawArea
          kind="polygon" near={near} onLeave={() => setDraws(false)}
          onDone={(shape) => {
            const geometry = areaOfShapes([shape]);
            if (!geometry) return;
            const made = emptyZone(freeSymbol('ZN', zones), newId(zones), geometry);
            onChange((now) => [...now, made]);
            onChoose(made.id);
            setDraws(false);
            announce(texts.added(made.symbol));
          }}
        />
      )}
      {zone && <ChosenZone key={zone.id} {...props} zone={zone} />}
    </>
  );
}
