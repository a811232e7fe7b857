/** The conventional hue of every tone (DOMAIN §3.7: display colours of the portal, after the zones of the general plan). Palettes soften them. */
import type { Tone } from '../layers/layer.ts';

export const HUES: Readonly<Record<Tone, string>> = {
  'residential-low': '#d99b36', 'residential-high': '#7f5230', 'residential-mixed': '#d97b4a', farmstead: '#ecc873',
  services: '#ee6455', retail: '#e85a94', sport: '#f0913a', production: '#8a66cc', mining: '#c58fcf',
  agriculture: '#e0cf3c', 'open-land': '#bad68c', 'green-public': '#8fd066', 'green-natural': '#a3d67c', allotments: '#93c563', forest: '#35824c', cemetery: '#4fa892',
  water: '#5aaad8', transport: '#d0cabd', rail: '#7b7f86', infrastructure: '#9aa0a6', neutral: '#8d9197',
  available: '#0b6bcb', planned: '#7a4fd0', reserved: '#c26a00', sold: '#8b8f94',
  lease: '#b89a1e', usufruct: '#a0522d', contribution: '#7a4fb0', sale: '#cc2a66',
  'reserve-road': '#70757d', 'reserve-green': '#4d9a3a', 'reserve-education': '#1f93b8', 'reserve-housing': '#c98442', 'reserve-economic': '#7d5bb5',
  boundary: '#7a6f86', 'boundary-strong': '#4a4156', parcel: '#94897a', 'road-main': '#d9b96a', 'road-minor': '#c9c4ba',
  'in-force': '#9c4f86', 'in-consultation': '#d9480f', 'in-preparation': '#2f72bd', superseded: '#8b8f94',
  'scale-1': '#e3edf6', 'scale-2': '#b4d0e8', 'scale-3': '#78a9d4', 'scale-4': '#3c7fba', 'scale-5': '#114f8a',
  heritage: '#a2542a', archaeology: '#8c7a2b', 'cultural-park': '#b0489a',
  'noise-1': '#e3b21c', 'noise-2': '#ec7f2c', 'noise-3': '#d6403a', 'noise-4': '#8a2f8f', 'noise-airport': '#4b62b5',
};
