/** What a palette is: every colour the map is drawn with, under one light. A tone (meaning) gets its colours here and nowhere else. */
import type { Tone } from '../layers/layer.ts';
import { mix, standOut } from './colour.ts';
import { HUES } from './hues.ts';

export type PaletteId = 'light' | 'dark' | 'contrast';
export const PALETTE_IDS: readonly PaletteId[] = ['light', 'dark', 'contrast'];

/** Two values of one tone: the area's fill, and the ink of its outline, pattern and symbol (at least 3:1 on the ground). */
export interface ToneColours {
  readonly fill: string;
  readonly ink: string;
}

export interface Palette {
  readonly id: PaletteId;
  readonly ground: string;
  readonly water: string;
  readonly waterInk: string;
  readonly green: string;
  readonly forest: string;
  readonly road: string;
  readonly roadCasing: string;
  readonly roadMain: string;
  readonly roadMainCasing: string;
  readonly rail: string;
  readonly text: string;
  readonly textSoft: string;
  readonly halo: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly tones: Readonly<Record<Tone, ToneColours>>;
}

/** How the hues are tuned to a ground: share of hue in a fill, the ink they are darkened or lightened towards, and its contrast. */
interface Tuning {
  readonly fillShare: number;
  readonly inkTowards: string;
  readonly inkContrast: number;
}

function tones(ground: string, { fillShare, inkTowards, inkContrast }: Tuning): Palette['tones'] {
  return Object.fromEntries(Object.entries(HUES).map(([tone, hue]) => [
    tone,
    { fill: mix(hue, ground, tone.startsWith('scale-') ? Math.min(1, fillShare * 2) : fillShare), ink: standOut(hue, ground, inkTowards, inkContrast) },
  ])) as Record<Tone, ToneColours>;
}

const LIGHT_GROUND = '#f1eee7';
const DARK_GROUND = '#171c22';
const WHITE = '#ffffff';

export const PALETTES: Readonly<Record<PaletteId, Palette>> = {
  light: {
    id: 'light', ground: LIGHT_GROUND, water: '#bcd7e6', waterInk: '#3d7391', green: '#dbe6cf', forest: '#c8dabb',
    road: '#ffffff', roadCasing: '#ddd7cb', roadMain: '#fff1d2', roadMainCasing: '#d2bd8c', rail: '#8e8a86',
    text: '#2b3138', textSoft: '#5b626b', halo: '#ffffff', accent: '#0b4ea2', accentSoft: '#7fa9dc',
    tones: tones(LIGHT_GROUND, { fillShare: 0.36, inkTowards: '#1d2329', inkContrast: 3.1 }),
  },
  dark: {
    id: 'dark', ground: DARK_GROUND, water: '#14354a', waterInk: '#7fb0cc', green: '#1d2b24', forest: '#1c3327',
    road: '#39424c', roadCasing: '#10141a', roadMain: '#4c5661', roadMainCasing: '#0d1116', rail: '#6d747d',
    text: '#e3e7ec', textSoft: '#a9b1bb', halo: '#171c22', accent: '#7db7ff', accentSoft: '#3f6ea8',
    tones: tones(DARK_GROUND, { fillShare: 0.42, inkTowards: '#f2f5f8', inkContrast: 3.6 }),
  },
  contrast: {
    id: 'contrast', ground: WHITE, water: '#a9d4f0', waterInk: '#003a5c', green: '#dcefcf', forest: '#b9dca8',
    road: '#ffffff', roadCasing: '#4a4a4a', roadMain: '#ffe9a8', roadMainCasing: '#1a1a1a', rail: '#1a1a1a',
    text: '#000000', textSoft: '#1f1f1f', halo: '#ffffff', accent: '#00308f', accentSoft: '#4f7fd0',
    tones: tones(WHITE, { fillShare: 0.5, inkTowards: '#000000', inkContrast: 7 }),
  },
};
