/** THE CATALOGUE: every layer, in drawing order from the bottom up. Adding a layer is a view, a file and a line here. */
import type { Layer } from './layer.ts';
import { addresses, greenAreas, mainRoads, places, railways, rivers, streets, water } from './base-layers.ts';
import { cadastralDistricts } from './cadastral-districts.ts';
import { cadastralUnits } from './cadastral-units.ts';
import { city } from './city.ts';
import { culturalParks } from './cultural-parks.ts';
import { districts } from './districts.ts';
import { floodHazard } from './flood-hazard.ts';
import { generalPlanZones } from './general-plan-zones.ts';
import { heritage } from './heritage.ts';
import { infillAreas } from './infill-areas.ts';
import { innerCityAreas } from './inner-city-areas.ts';
import { investmentSites } from './investment-sites.ts';
import { municipalLand } from './municipal-land.ts';
import { municipalParcels } from './municipal-parcels.ts';
import { natureProtection } from './nature-protection.ts';
import { noise } from './noise.ts';
import { parcels } from './parcels.ts';
import { plans } from './plans.ts';
import { riverParks } from './river-parks.ts';
import { roadReserves } from './road-reserves.ts';
import { populationCells, schools, tramStops } from './statistics.ts';
import { strategicAreas, transportPoints } from './transport-points.ts';
import { zones } from './zones.ts';

export const LAYERS: readonly Layer[] = [
  greenAreas, water, populationCells, generalPlanZones, zones, riverParks, municipalLand, municipalParcels, investmentSites, strategicAreas,
  infillAreas, innerCityAreas, noise, floodHazard, natureProtection, heritage, culturalParks, roadReserves, parcels,
  rivers, streets, mainRoads, railways, plans, cadastralDistricts, cadastralUnits, districts, city, schools, tramStops, transportPoints, addresses, places,
];

const BY_ID: ReadonlyMap<string, Layer> = new Map(LAYERS.map((layer) => [layer.id, layer]));

/** The layer of that id, or undefined: a name that came over HTTP is looked up here and nowhere else. */
export const findLayer = (id: string): Layer | undefined => BY_ID.get(id);
