/** Land as a file: five formats, in the coordinate system that is chosen. */
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { LAND_FORMATS, LAND_SYSTEMS } from '../../domain/contract/investment/export.ts';
import { exportPath, type FiledLand } from '../api/land-search.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import styles from './shortlist.module.css';

const TEXTS = defineTexts({
  pl: {
    download: 'Pobierz', system: 'Układ współrzędnych', usual: 'zwykły dla formatu', formats: { csv: 'CSV', xlsx: 'Excel (XLSX)', geojson: 'GeoJSON', gpkg: 'GeoPackage', dxf: 'DXF (CAD)' },
    systems: { 'EPSG:2178': 'PL-2000 strefa 7 (EPSG:2178)', 'EPSG:2180': 'PL-1992 (EPSG:2180)', 'EPSG:4326': 'WGS 84, stopnie (EPSG:4326)', 'EPSG:3857': 'Web Mercator (EPSG:3857)' },
  },
  en: {
    download: 'Download', system: 'Coordinate system', usual: 'usual for the format', formats: { csv: 'CSV', xlsx: 'Excel (XLSX)', geojson: 'GeoJSON', gpkg: 'GeoPackage', dxf: 'DXF (CAD)' },
    systems: { 'EPSG:2178': 'PL-2000 zone 7 (EPSG:2178)', 'EPSG:2180': 'PL-1992 (EPSG:2180)', 'EPSG:4326': 'WGS 84, degrees (EPSG:4326)', 'EPSG:3857': 'Web Mercator (EPSG:3857)' },
  },
});

export function LandFiles({ land }: { readonly land: FiledLand }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const menu = useRef<HTMLDetailsElement>(null);
  const [crs, setCrs] = useState<(typeof LAND_SYSTEMS)[number] | null>(null);
  const close = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    event.stopPropagation();
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={menu} className={styles.files} data-testid="land-files" onKeyDown={close}>
      <summary><Download size={16} aria-hidden />{texts.download}</summary>
      <div>
        <label><span>{texts.system}</span>
          <select value={crs ?? ''} onChange={({ currentTarget: { value } }) => setCrs(LAND_SYSTEMS.find((one) => one === value) ?? null)}>
            <option value="">{texts.usual}</option>
            {LAND_SYSTEMS.map((one) => <option key={one} value={one}>{texts.systems[one]}</option>)}
          </select>
        </label>
        <ul>{LAND_FORMATS.map((format) => <li key={format}><a href={exportPath(land, format, crs, lang)} download>{texts.formats[format]}</a></li>)}</ul>
      </div>
    </details>
  );
}
