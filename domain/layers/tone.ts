/** The two signs by which a class is told apart: the tone (what its colour means) and the pattern beside it. */

/**
 * A palette tone: the *meaning* of a colour. `domain/style` gives each tone its colour in light, dark and high contrast.
 * A class names a tone, never a colour.
 */
export type Tone =
  | 'residential-low' | 'residential-high' | 'residential-mixed' | 'services' | 'retail' | 'production' | 'agriculture' | 'farmstead'
  | 'green-public' | 'green-natural' | 'allotments' | 'forest' | 'cemetery' | 'water' | 'transport' | 'rail' | 'infrastructure' | 'mining' | 'open-land'
  | 'sport' | 'available' | 'reserved' | 'sold' | 'planned' | 'lease' | 'usufruct' | 'contribution' | 'sale' | 'reserve-road' | 'reserve-green'
  | 'reserve-education' | 'reserve-housing' | 'reserve-economic' | 'boundary' | 'boundary-strong' | 'parcel' | 'road-main' | 'road-minor'
  | 'in-force' | 'in-consultation' | 'in-preparation' | 'superseded' | 'scale-1' | 'scale-2' | 'scale-3' | 'scale-4' | 'scale-5' | 'neutral'
  | 'heritage' | 'archaeology' | 'cultural-park' | 'noise-1' | 'noise-2' | 'noise-3' | 'noise-4' | 'noise-airport';

/** The second sign beside colour, so that no class is told by colour alone. */
export type Pattern = 'solid' | 'hatch' | 'cross-hatch' | 'dots' | 'horizontal' | 'vertical' | 'grid' | 'dash' | 'waves' | 'none';
