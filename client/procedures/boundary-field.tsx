/** The boundary of a procedure: drawn, corrected, taken from a GeoJSON file, or the area of a district or a plan; always seen on the map. */
import { useQuery } from '@tanstack/react-query';
import type { Feature } from 'geojson';
import { useEffect, useId, useMemo, useState } from 'react';
import type { ProcedureContent } from '../../domain/contract/office/procedure.ts';
import { fetchFeature } from '../api/features.ts';
import { areaNamesQuery } from '../api/procedure-areas.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { useOverlay } from '../map/use-overlay.ts';
import { usePalette } from '../theme/theme.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { DrawArea, EditArea } from './area-pen.tsx';
import { readBoundary } from './boundary-file.ts';
import { useAct } from '../ui/use-act.ts';
import { Choose, Fault } from './parts.tsx';
import styles from './procedures.module.css';
import { areaOfShapes, boxOf, measured } from './zone-shapes.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Granica planu', none: 'jeszcze nie wyznaczona', is: (area: string) => `wyznaczona, ${area}`, draw: 'Narysuj', redraw: 'Narysuj od nowa', edit: 'Popraw wierzchołki', file: 'Wczytaj z pliku GeoJSON (WGS 84)', district: 'Obszar dzielnicy', plan: 'Obszar planu', choose: 'wybierz…', bad: 'W pliku nie ma obszaru (wielokąta) w Krakowie w stopniach WGS 84.', taken: (area: string) => `Granica: ${area}.`, show: 'Pokaż na mapie',
  },
  en: {
    title: 'Boundary of the plan', none: 'not set yet', is: (area: string) => `set, ${area}`, draw: 'Draw', redraw: 'Draw anew', edit: 'Correct vertices', file: 'Read from a GeoJSON file (WGS 84)', district: 'Area of a district', plan: 'Area of a plan', choose: 'choose…', bad: 'The file holds no area (polygon) in Kraków in degrees of WGS 84.', taken: (area: string) => `Boundary: ${area}.`, show: 'Show on the map',
  },
});

type Boundary = ProcedureContent['boundary'];

export function BoundaryOverlay({ boundary }: { readonly boundary: Boundary | null }) {
  const { accent, halo } = usePalette();
  const data = useMemo<Feature | null>(() => boundary && { type: 'Feature', properties: {}, geometry: boundary as GeoJSON.Geometry }, [boundary]);
  const layers = useMemo(() => [
    { type: 'line', layout: { 'line-join': 'round' }, paint: { 'line-color': halo, 'line-width': 6, 'line-opacity': 0.8 } },
    { type: 'line', layout: { 'line-join': 'round' }, paint: { 'line-color': accent, 'line-width': 3, 'line-dasharray': [4, 1.6] } },
  ] as const, [accent, halo]);
  useOverlay('procedure-boundary', data, layers);
  return null;
}

export function BoundaryField({ boundary, onChange }: { readonly boundary: Boundary | null; readonly onChange: (boundary: Boundary) => void }) {
  const texts = useTexts(TEXTS);
  const { area } = useFormats();
  const id = useId();
  const [pen, setPen] = useState<'draw' | 'edit' | null>(null);
  const [bad, setBad] = useState(false);
  const { data: names } = useQuery(areaNamesQuery);
  const act = useAct();
  const box = boundary && boxOf([boundary]);
  const take = (next: Boundary, show = true) => {
    onChange(next);
    setPen(null);
    setBad(false);
    announce(texts.taken(area(measured(next))));
    const around = boxOf([next]);
    if (show && around) showBox(around);
  };
  const takeArea = (layer: 'districts' | 'plans', key: string) => key && act.run(async () => take((await fetchFeature({ layer, key })).geometry as Boundary));
  useEffect(() => () => setPen(null), []);
  return (
    <fieldset className={styles.group}>
      <legend>{texts.title}</legend>
      <div className={styles.line}><p className={styles.quiet} data-testid="boundary">{boundary ? texts.is(area(measured(boundary))) : texts.none}</p>{box && <Button kind="quiet" onClick={() => showBox(box)}>{texts.show}</Button>}</div>
      <div className={styles.actions}>
        <Button aria-pressed={pen === 'draw'} onClick={() => setPen(pen === 'draw' ? null : 'draw')}>{boundary ? texts.redraw : texts.draw}</Button>
        {boundary && <Button aria-pressed={pen === 'edit'} onClick={() => setPen(pen === 'edit' ? null : 'edit')}>{texts.edit}</Button>}
      </div>
      {pen === 'draw' && <DrawArea kind="polygon" near={[]} onLeave={() => setPen(null)} onDone={(shape) => { const drawn = areaOfShapes([shape]); if (drawn) take(drawn, false); }} />}
      {pen === 'edit' && boundary && <EditArea geometry={boundary} near={[]} onLeave={() => setPen(null)} onChange={(next) => onChange(next)} />}
      <div className={styles.pair}>
        <Choose label={texts.district} value="" empty={texts.choose} choices={names?.districts ?? []} onChange={(key) => takeArea('districts', key)} testid="boundary-district" />
        <Choose label={texts.plan} value="" empty={texts.choose} choices={names?.plans ?? []} onChange={(key) => takeArea('plans', key)} />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-file`}>{texts.file}</label>
        <input id={`${id}-file`} type="file" accept=".geojson,.json,application/geo+json" onChange={({ currentTarget }) => { const [file] = currentTarget.files ?? []; if (file) act.run(async () => { const read = readBoundary(await file.text()); if (read) take(read); else setBad(true); }); }} />
      </div>
      {bad && <p className={styles.fault} role="alert">{texts.bad}</p>}
      <Fault error={act.error} />
    </fieldset>
  );
}
