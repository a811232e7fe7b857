/** One measurement of the list: its figure, its sides, showing it and deleting it. */
import { Locate, Trash2 } from 'lucide-react';
import { printCoordinates, READ_SYSTEMS } from '../../domain/geo/coordinates.ts';
import type { Shape } from '../draw/drawing.ts';
import { ringOf } from '../draw/geometry.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showBox } from '../map/camera.ts';
import { IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import { exact, totalOf } from './figures.ts';
import styles from './measure.module.css';
import { measurements } from './measure-store.ts';
import { measured } from './measured.ts';

const TEXTS = defineTexts({
  pl: {
    show: (name: string) => `Pokaż: ${name}`, remove: (name: string) => `Usuń: ${name}`, sides: (count: string) => `Odcinki (${count})`, perimeter: 'obwód', radius: 'promień',
    crossed: 'Linia przecina samą siebie: powierzchnia nic tu nie znaczy.',
  },
  en: {
    show: (name: string) => `Show: ${name}`, remove: (name: string) => `Delete: ${name}`, sides: (count: string) => `Segments (${count})`, perimeter: 'perimeter', radius: 'radius',
    crossed: 'The outline crosses itself: its area means nothing.',
  },
});

export function MeasurementRow({ shape, name }: { readonly shape: Shape; readonly name: string }) {
  const texts = useTexts(TEXTS);
  const formats = useFormats();
  const { segments, length, area, radius, crossed } = measured(shape);
  const show = () => {
    const ring = ringOf(shape);
    const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
    showBox([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
  };
  const exactly = [
    ...(area !== null ? [formats.squareMetres(area), `${texts.perimeter} ${exact(length, formats)}`] : shape.kind === 'line' ? [exact(length, formats)] : []),
    ...(radius !== null ? [`${texts.radius} ${exact(radius, formats)}`] : []),
  ].join(' · ');
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <div className={styles.figure}><span className={ui.note}>{name}</span><strong>{totalOf(shape, formats)}</strong></div>
        <IconButton name={texts.show(name)} onClick={show}><Locate size={16} aria-hidden /></IconButton>
        <IconButton name={texts.remove(name)} onClick={() => measurements.act({ do: 'remove', id: shape.id })}><Trash2 size={16} aria-hidden /></IconButton>
      </div>
      {exactly && <p className={ui.note}>{exactly}</p>}
      {crossed && <Notice>{texts.crossed}</Notice>}
      {shape.kind === 'point' && <ul className={ui.note}>{READ_SYSTEMS.slice(1).map((system) => <li key={system}>{system}: {printCoordinates(system, shape.vertices[0]!)}</li>)}</ul>}
      {segments.length > 1 && (
        <details className={styles.sides}>
          <summary>{texts.sides(formats.number(segments.length))}</summary>
          <ol>{segments.map((metres, at) => <li key={at}>{exact(metres, formats)}</li>)}</ol>
        </details>
      )}
    </li>
  );
}
