/** A small plan of a site: its outline in true proportion, north up, with a scale bar. */
import type { Site } from '../../domain/contract/investment/site.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import styles from './site-page.module.css';

const TEXTS = defineTexts({
  pl: { alt: (name: string, width: string, height: string) => `Obrys terenu ${name}, północ u góry; ${width} ze wschodu na zachód, ${height} z północy na południe`, north: 'N' },
  en: { alt: (name: string, width: string, height: string) => `Outline of ${name}, north up; ${width} from east to west, ${height} from north to south`, north: 'N' },
});

const METRES_A_DEGREE = 111_195;
const [WIDTH, HEIGHT, EDGE] = [360, 190, 16];

/** The longest of 1, 2, 5 times a power of ten that is not longer than that. */
function barOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((times) => times * power).find((metres) => metres <= most) ?? power;
}

export function SitePlan({ name, geometry, bbox: [west, south, east, north] }: Pick<Site, 'name' | 'geometry' | 'bbox'>) {
  const texts = useTexts(TEXTS);
  const { length } = useFormats();
  const across = Math.cos((((south + north) / 2) * Math.PI) / 180) * METRES_A_DEGREE;
  const [width, height] = [(east - west) * across, (north - south) * METRES_A_DEGREE];
  const perMetre = Math.min((WIDTH - 2 * EDGE) / width, (HEIGHT - 2 * EDGE - 14) / height);
  const at = ([lon, lat]: readonly number[]): string => `${(WIDTH / 2 + (lon! - (west + east) / 2) * across * perMetre).toFixed(1)} ${((HEIGHT - 14) / 2 - (lat! - (south + north) / 2) * METRES_A_DEGREE * perMetre).toFixed(1)}`;
  const path = geometry.coordinates.flatMap((rings) => rings.map((ring) => `M${ring.slice(0, -1).map(at).join('L')}Z`)).join('');
  const bar = barOf((WIDTH / 3) / perMetre);
  return (
    <svg className={styles.plan} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={texts.alt(name, length(width), length(height))}>
      <path d={path} fillRule="evenodd" />
      <g aria-hidden><path className={styles.north} d={`M${WIDTH - 18} 8l5 16l-5 -4l-5 4Z`} /><text x={WIDTH - 18} y="36" textAnchor="middle">{texts.north}</text></g>
      <g aria-hidden className={styles.scale}><path d={`M${EDGE} ${HEIGHT - 14}v5h${(bar * perMetre).toFixed(1)}v-5`} /><text x={EDGE + bar * perMetre + 6} y={HEIGHT - 8}>{length(bar)}</text></g>
    </svg>
  );
}
