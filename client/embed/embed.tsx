/** The map in a frame on another page: map, highlighted object, what must be said of the data, and the way to the whole map. */
import bbox from '@turf/bbox';
import { ExternalLink, House, Minus, Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { CITY_BBOX } from '../../domain/geo/krakow.ts';
import { findLayer } from '../../domain/layers/index.ts';
import { useFeature } from '../api/features.ts';
import { Failure } from '../api/http.ts';
import { defineTexts, useDocumentLanguage, useSay, useTexts } from '../i18n/language.ts';
import { useMapStyle } from '../layers/layer-state.ts';
import { showBox, showCity, zoomBy } from '../map/camera.ts';
import { MapCanvas } from '../map/map-canvas.tsx';
import { useMap, useMapState } from '../map/map-store.ts';
import type { Picked } from '../map/pointer.ts';
import { objectName, type ObjectRef } from '../selection/selection.ts';
import { SelectionOverlay } from '../selection/selection-overlay.tsx';
import { closeSelection, openObject, useLastingAddress, useOpenObject } from '../selection/use-selection.ts';
import { Banners } from '../shell/banners.tsx';
import { DemonstrationMark } from '../shell/demonstration-mark.tsx';
import { StatusLine } from '../shell/status-line.tsx';
import { useDocumentTheme, usePalette } from '../theme/theme.ts';
import { StatusRegion } from '../ui/announce.tsx';
import { classes, IconButton } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { leaveAddressAlone, navigate, shareLink } from '../url/use-url.ts';
import { readSettings } from './embed-settings.ts';
import type { Command } from './messages.ts';
import { report, useBridge, viewOf } from './use-bridge.ts';
import styles from './embed.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Mapa Krakowa – MSIP Kraków', open: 'Otwórz w MSIP', openAbout: 'Otwórz ten widok w MSIP Kraków, w nowej karcie', controls: 'Widok mapy', zoomIn: 'Przybliż', zoomOut: 'Oddal', home: 'Cały Kraków', close: 'Odznacz' },
  en: { title: 'Map of Kraków – MSIP Kraków', open: 'Open in MSIP', openAbout: 'Open this view in MSIP Kraków, in a new tab', controls: 'Map view', zoomIn: 'Zoom in', zoomOut: 'Zoom out', home: 'The whole of Kraków', close: 'Deselect' },
});
const ICON = { size: 18, strokeWidth: 1.9, 'aria-hidden': true } as const;

const SETTINGS = readSettings(location.search, location.hash);
// Before the map is made: it reads its camera there.
leaveAddressAlone(SETTINGS.camera);
if (SETTINGS.object) openObject(SETTINGS.object);

/** Goes to the object of that name as soon as it is there; '' for nowhere. */
function useGoingTo(): (object: ObjectRef) => void {
  const map = useMap();
  const object = useOpenObject();
  const { data } = useFeature(object);
  const [wanted, setWanted] = useState(SETTINGS.object && !SETTINGS.camera ? objectName(SETTINGS.object) : '');
  useEffect(() => {
    if (!map || !data?.geometry || !object || objectName(object) !== wanted) return;
    setWanted('');
    const [west, south, east, north] = bbox(data);
    showBox([west, south!, east!, north!], { maxZoom: 17.5 });
  }, [map, data, object, wanted]);
  return (next) => setWanted(objectName(next));
}

/** Tells the page around what is selected, once its lasting key and name are known. */
function useTellingSelection(): void {
  const object = useOpenObject();
  const { data, error } = useFeature(object);
  const [told, setTold] = useState('');
  const now = object === null ? '' : 'key' in object && data ? objectName(object) : told;
  useEffect(() => {
    if (now === told) return;
    setTold(now);
    const title = data?.properties[findLayer(object?.layer ?? '')?.titleField ?? ''];
    report({ type: 'selected', url: shareLink(), object: object && 'key' in object ? { layer: object.layer, key: object.key, title: String(title ?? object.key) } : null });
  }, [now, told, data, object]);
  useEffect(() => {
    if (error && object) report({ type: 'error', code: error instanceof Failure && error.kind === 'not-found' ? 'not-found' : 'failed', detail: objectName(object) });
  }, [error, object]);
}

/** The name of what is selected. */
function Name() {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const object = useOpenObject();
  const { data, error } = useFeature(object);
  const layer = findLayer(object?.layer ?? '');
  if (!object || !layer || (!data && !error)) return null;
  return (
    <div className={classes(ui.sheet, styles.name)} data-testid="selected">
      {error ? <FailureNotice error={error} /> : <p><span className={ui.note}>{say(layer.title)}</span><strong>{String(data?.properties[layer.titleField] ?? data?.properties.key)}</strong></p>}
      <IconButton name={texts.close} onClick={closeSelection}><X {...ICON} /></IconButton>
    </div>
  );
}

/** The same view on the whole map; the address of the camera is the map's own, which the hash follows late. */
function OpenLink() {
  const texts = useTexts(TEXTS);
  const map = useMap();
  useOpenObject();
  useMapState((state) => state.bounds);
  const [page = ''] = shareLink().split('#');
  const view = map && viewOf(map);
  return <a className={classes(ui.sheet, styles.open)} href={view ? `${page}#${view.zoom}/${view.lat}/${view.lon}` : page} target="_blank" rel="noopener noreferrer" title={texts.openAbout}><ExternalLink size={15} aria-hidden />{texts.open}</a>;
}

function Controls() {
  const texts = useTexts(TEXTS);
  return (
    <div className={classes(ui.sheet, styles.controls)} role="group" aria-label={texts.controls}>
      <IconButton name={texts.zoomIn} onClick={() => zoomBy(1)}><Plus {...ICON} /></IconButton>
      <IconButton name={texts.zoomOut} onClick={() => zoomBy(-1)}><Minus {...ICON} /></IconButton>
      <IconButton name={texts.home} onClick={showCity}><House {...ICON} /></IconButton>
    </div>
  );
}

const pick = ([top]: readonly Picked[]): void => (top ? openObject(top.object) : closeSelection());

export function Embed() {
  const texts = useTexts(TEXTS);
  const style = useMapStyle(usePalette());
  const map = useMap();
  useEffect(() => {
    // The page's own first view leaves room for its panel, which is not here. An object is gone to below, when there is one.
    if (map && !SETTINGS.camera) map.fitBounds([[CITY_BBOX[0], CITY_BBOX[1]], [CITY_BBOX[2], CITY_BBOX[3]]], { padding: 16, duration: 0 });
  }, [map]);
  const goTo = useGoingTo();
  useDocumentLanguage();
  useDocumentTheme();
  useLastingAddress();
  useTellingSelection();
  useEffect(() => { document.title = texts.title; }, [texts.title]);
  useBridge((command: Exclude<Command, { type: 'hello' }>) => {
    switch (command.type) {
      case 'setView': return 'bbox' in command ? showBox(command.bbox, { maxZoom: 20 }) : void map?.easeTo({ center: [command.lon, command.lat], zoom: command.zoom ?? map.getZoom() });
      case 'setLayers': return navigate({ layers: command.layers });
      case 'setTheme': return navigate({ theme: command.theme });
      case 'setLanguage': return navigate({ lang: command.lang });
      case 'select':
        if (!command.object) return closeSelection();
        if (command.show !== false) goTo(command.object);
        return openObject(command.object);
    }
  });
  return (
    <div className={styles.embed}>
      <main>
        <h1 className="unseen">{texts.title}</h1>
        <MapCanvas style={style} onPick={pick} />
      </main>
      <SelectionOverlay />
      <Name />
      <div className={styles.corner}><OpenLink />{SETTINGS.controls && map && <Controls />}</div>
      <StatusLine><DemonstrationMark /></StatusLine>
      <Banners />
      <StatusRegion />
    </div>
  );
}
