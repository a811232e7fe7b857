/** The quiet line at the bottom: coordinates under the pointer, scale, whose data it is. */
import { useEffect, useState } from 'react';
import { toPl1992, toPl2000 } from '../../domain/geo/crs.ts';
import { LAYERS } from '../../domain/layers/index.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { useChosenBackground } from '../layers/background.ts';
import { useVisibleLayers } from '../layers/layer-state.ts';
import { useMap, useMapState } from '../map/map-store.ts';
import styles from './shell.module.css';

const TEXTS = defineTexts({
  pl: { coordinates: 'Współrzędne pod wskaźnikiem; naciśnij, aby zmienić układ', scale: 'Skala', none: 'wskaż miejsce na mapie', sources: 'Dane' },
  en: { coordinates: 'Coordinates under the pointer; press to change the system', scale: 'Scale', none: 'point at the map', sources: 'Data' },
});

const SYSTEMS = ['EPSG:4326', 'EPSG:2178', 'EPSG:2180'] as const;
/** CSS pixels are 1/96 inch: the scale is true on a screen that keeps to that. */
const PIXEL_M = 0.0254 / 96;

function written(system: (typeof SYSTEMS)[number], lon: number, lat: number, number: (value: number) => string): string {
  if (system === 'EPSG:4326') return `${lat.toFixed(5)} N ${lon.toFixed(5)} E`;
  const [easting, northing] = system === 'EPSG:2178' ? toPl2000([lon, lat]) : toPl1992([lon, lat]);
  // Official axis order: northing, easting.
  return `${number(northing)} · ${number(easting)}`;
}

function Coordinates() {
  const texts = useTexts(TEXTS);
  const map = useMap();
  const { number } = useFormats();
  const [system, setSystem] = useState<(typeof SYSTEMS)[number]>('EPSG:2178');
  const [place, setPlace] = useState<{ lng: number; lat: number } | null>(null);
  useEffect(() => {
    if (!map) return;
    const move = ({ lngLat }: { lngLat: { lng: number; lat: number } }) => setPlace(lngLat);
    map.on('mousemove', move);
    return () => void map.off('mousemove', move);
  }, [map]);
  if (!map) return null;
  return (
    <button type="button" className={styles.coordinates} title={texts.coordinates} onClick={() => setSystem(SYSTEMS[(SYSTEMS.indexOf(system) + 1) % SYSTEMS.length]!)}>
      <span className="unseen">{texts.coordinates}: </span>{system} {place ? written(system, place.lng, place.lat, number) : texts.none}
    </button>
  );
}

/** The longest round distance that fits into 90 px. */
function roundDistance(metresPerPixel: number): number {
  const longest = metresPerPixel * 90;
  const power = 10 ** Math.floor(Math.log10(longest));
  return [5, 2, 1].map((step) => step * power).find((metres) => metres <= longest) ?? power;
}

function Scale() {
  const texts = useTexts(TEXTS);
  const map = useMap();
  const zoom = useMapState((state) => state.zoom);
  const bounds = useMapState((state) => state.bounds);
  const { number, length } = useFormats();
  if (!map || !bounds) return null;
  const latitude = (bounds[1] + bounds[3]) / 2;
  const metresPerPixel = (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
  const denominator = metresPerPixel / PIXEL_M;
  const rounded = Math.round(denominator / 10 ** (Math.floor(Math.log10(denominator)) - 1)) * 10 ** (Math.floor(Math.log10(denominator)) - 1);
  const metres = roundDistance(metresPerPixel);
  return (
    <span>
      <span className={styles.scalebar} style={{ width: metres / metresPerPixel }} aria-hidden />{length(metres)}
      <span className={styles.denominator}>{' · '}<span className="unseen">{texts.scale} </span><span data-testid="scale">1 : {number(rounded)}</span></span>
    </span>
  );
}

export function StatusLine({ children }: { readonly children?: React.ReactNode }) {
  const texts = useTexts(TEXTS);
  const visible = useVisibleLayers();
  const background = useChosenBackground();
  const attribution = [...new Set([...(background ? [background.attribution] : []), ...LAYERS.filter(({ id }) => visible.has(id)).flatMap(({ source }) => source.attribution.split(', '))])].join(', ');
  return (
    <footer className={styles.status}>
      {children}
      <Coordinates />
      <Scale />
      <span><span className="unseen">{texts.sources}: </span>{attribution}</span>
    </footer>
  );
}
