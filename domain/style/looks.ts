/** Fine tuning of single layers where the defaults of their geometry are not enough. A layer that is not named here is drawn well too. */

export interface LabelLook {
  readonly size: readonly [atMinZoom: number, fourZoomsOn: number];
  readonly weight: 'regular' | 'semibold' | 'bold';
  readonly tone: 'text' | 'soft' | 'water';
  readonly capitals?: boolean;
  /** Pixels between two labels of one line. */
  readonly spacing?: number;
  /** Names that another layer writes. */
  readonly without?: readonly string[];
  /** Labels of higher rank win the place. */
  readonly rank: number;
}

export interface Look {
  /** It holds the objects of other layers: when it is open it is not filled. */
  readonly frame?: boolean;
  /** Fill of classes, 0–1; 0: only pattern and outline, because the layer lies over others. */
  readonly fillOpacity?: number;
  /** Fill of what is not dashed, where what lies in it is not yet drawn: full below the first zoom, gone at the second. */
  readonly tint?: { readonly opacity: number; readonly zooms: readonly [number, number] };
  readonly outlineWidth?: number;
  readonly outlineOpacity?: number;
  /** Share of the outline's opacity by zoom: many thin lines are faint from afar. */
  readonly outlineFade?: readonly (readonly [zoom: number, share: number])[];
  readonly label?: Partial<LabelLook>;
  /** A point that is only a label. */
  readonly labelOnly?: boolean;
  /** Widths of lines at zooms 10, 14 and 18, px. */
  readonly widths?: readonly [number, number, number];
  readonly kindFactors?: Readonly<Record<string, number>>;
  readonly road?: 'main' | 'minor';
}

const ROAD_FACTORS = { motorway: 1.5, expressway: 1.25, main: 1, collector: 1.1, local: 0.8, access: 0.6, pedestrian: 0.35 };

export const LOOKS: Readonly<Record<string, Look>> = {
  'green-areas': { outlineOpacity: 0, label: { weight: 'regular', tone: 'soft', size: [10.5, 13], rank: 30 } },
  // The name of the Vistula runs along its line, not on its bed.
  water: { fillOpacity: 1, outlineOpacity: 0, label: { without: ['Wisła'], weight: 'regular', tone: 'water', size: [11, 15], rank: 45 } },
  rivers: { label: { weight: 'regular', tone: 'water', size: [11, 14], spacing: 560, rank: 50 } },
  streets: { road: 'minor', widths: [0.4, 2.6, 17], kindFactors: ROAD_FACTORS, label: { weight: 'regular', tone: 'soft', size: [10, 13], spacing: 420, rank: 40 } },
  'main-roads': { road: 'main', widths: [1.1, 5, 26], kindFactors: ROAD_FACTORS, label: { weight: 'semibold', tone: 'soft', size: [10.5, 13.5], spacing: 560, rank: 55 } },
  zones: { outlineWidth: 0.8, label: { weight: 'bold', size: [11, 14], rank: 60 } },
  'general-plan-zones': { label: { weight: 'bold', size: [11, 14], rank: 58 } },
  plans: { frame: true, fillOpacity: 0, tint: { opacity: 0.55, zooms: [10.8, 12.2] }, outlineWidth: 1.8, outlineOpacity: 0.85, label: { weight: 'semibold', size: [10.5, 13], rank: 65 } },
  parcels: { outlineWidth: 0.55, outlineOpacity: 0.7, outlineFade: [[12, 0.3], [14, 0.42], [16, 1]], label: { weight: 'regular', tone: 'soft', size: [9.5, 12.5], rank: 20 } },
  'investment-sites': { fillOpacity: 0.75, outlineWidth: 1.8, outlineOpacity: 1, label: { weight: 'semibold', size: [10.5, 13], rank: 68 } },
  'river-parks': { fillOpacity: 0.8, outlineWidth: 1.4, outlineOpacity: 0.75, label: { weight: 'semibold', size: [10.5, 13], rank: 66 } },
  'municipal-land': { fillOpacity: 0.75, outlineWidth: 1.2 },
  // Themes lie over the zones: the map is read through them, their outline and pattern say the class.
  'infill-areas': { fillOpacity: 0, outlineWidth: 1.6, outlineOpacity: 0.85 },
  'inner-city-areas': { fillOpacity: 0, outlineWidth: 1.6, outlineOpacity: 0.85 },
  noise: { fillOpacity: 0.4, outlineWidth: 0.8, outlineOpacity: 0.6 },
  'flood-hazard': { fillOpacity: 0.3, outlineWidth: 1.2, outlineOpacity: 0.8 },
  'nature-protection': { fillOpacity: 0.3, outlineWidth: 1.4, outlineOpacity: 0.85, label: { weight: 'semibold', size: [10.5, 13], rank: 62 } },
  heritage: { fillOpacity: 0.25, outlineWidth: 1.6, outlineOpacity: 0.85, label: { weight: 'semibold', size: [10.5, 13], rank: 63 } },
  'cultural-parks': { fillOpacity: 0.25, outlineWidth: 1.8, outlineOpacity: 0.9, label: { weight: 'semibold', size: [10.5, 13], rank: 64 } },
  'road-reserves': { fillOpacity: 0.3, outlineWidth: 1.4, outlineOpacity: 0.9, label: { weight: 'semibold', size: [10.5, 13], rank: 61 } },
  districts: { frame: true, outlineWidth: 1.1, outlineOpacity: 0.6, label: { weight: 'semibold', tone: 'soft', size: [10, 14], capitals: true, rank: 95 } },
  'cadastral-districts': { frame: true },
  'cadastral-units': { frame: true },
  city: { frame: true, outlineWidth: 2, outlineOpacity: 0.7 },
  addresses: { labelOnly: true, label: { weight: 'regular', tone: 'soft', size: [9.5, 11.5], rank: 10 } },
  places: { labelOnly: true, label: { weight: 'semibold', size: [12, 16], rank: 90 } },
};

export const DEFAULT_FILL = 0.9;

const DEFAULT_LABEL: LabelLook = { size: [10.5, 13], weight: 'semibold', tone: 'text', rank: 50 };

/** How a layer is labelled: its own tuning over the defaults. */
export const labelLook = (layerId: string): LabelLook => ({ ...DEFAULT_LABEL, ...LOOKS[layerId]?.label });
