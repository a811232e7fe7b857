/** The themes that an extract answers beside the plans, in the order in which people read them. */
import { culturalParks } from '../layers/cultural-parks.ts';
import { floodHazard } from '../layers/flood-hazard.ts';
import { heritage } from '../layers/heritage.ts';
import { infillAreas } from '../layers/infill-areas.ts';
import { innerCityAreas } from '../layers/inner-city-areas.ts';
import { investmentSites } from '../layers/investment-sites.ts';
import type { Layer } from '../layers/layer.ts';
import { municipalLand } from '../layers/municipal-land.ts';
import { natureProtection } from '../layers/nature-protection.ts';
import { noise } from '../layers/noise.ts';
import { riverParks } from '../layers/river-parks.ts';
import { roadReserves } from '../layers/road-reserves.ts';

export const THEMES: readonly Layer[] = [
  infillAreas, innerCityAreas, floodHazard, heritage, culturalParks, natureProtection, noise, roadReserves, municipalLand, investmentSites, riverParks,
];
