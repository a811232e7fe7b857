/** The small layers that the repository ships, each with all its features. */
import { cityFeatures, districtFeatures, greenFeatures, mainRoadFeatures, placeFeatures, railwayFeatures, riverFeatures,
  waterFeatures } from './base-features.ts';
import { cadastralDistrictFeatures, unitFeatures } from './cadastre-features.ts';
import { makeCity } from './city.ts';
import { floodHazardFeatures } from './flood-hazard.ts';
import { infillFeatures, innerCityFeatures } from './general-plan-areas.ts';
import { generalPlanFeatures } from './general-plan.ts';
import type { Feature } from './geojson.ts';
import { investmentSiteFeatures } from './investment-sites.ts';
import { registerParcels } from './land-register.ts';
import { municipalLandFeatures } from './municipal-land.ts';
import { noiseFeatures } from './noise-levels.ts';
import { makeLots } from './parcels.ts';
import { planFeatures } from './plans.ts';
import { protectedFeatures } from './protected-areas.ts';
import { riverParkFeatures } from './river-parks.ts';
import { roadReserveFeatures } from './road-reserves.ts';
import { strategicAreaFeatures, transportPointFeatures } from './transport-points.ts';
import { makeZones, zoneFeatures } from './zones.ts';

/** [layer id, features], in the order of import. */
export function shippedLayers(): [string, Feature[]][] {
  const city = makeCity();
  const zones = makeZones(city);
  const lots = makeLots(city);
  const parcels = registerParcels(lots);
  return [
    ['city', cityFeatures(city)], ['districts', districtFeatures(city)], ['cadastral-units', unitFeatures(city)],
    ['cadastral-districts', cadastralDistrictFeatures(city)], ['water', waterFeatures(city)], ['rivers', riverFeatures(city)],
    ['green-areas', greenFeatures(city)], ['main-roads', mainRoadFeatures()], ['railways', railwayFeatures()], ['places', placeFeatures()],
    ['plans', planFeatures(city, zones)], ['zones', zoneFeatures(zones)], ['general-plan-zones', generalPlanFeatures(city)],
    ['municipal-land', municipalLandFeatures(lots, parcels)], ['investment-sites', investmentSiteFeatures(lots, parcels, zones)],
    ['river-parks', riverParkFeatures()], ['transport-points', transportPointFeatures()], ['strategic-areas', strategicAreaFeatures()],
    ['infill-areas', infillFeatures(city)], ['inner-city-areas', innerCityFeatures(city)], ['noise', noiseFeatures(city)],
    ['flood-hazard', floodHazardFeatures(city)], ['nature-protection', protectedFeatures(city, 'nature-protection')],
    ['heritage', protectedFeatures(city, 'heritage')], ['cultural-parks', protectedFeatures(city, 'cultural-parks')],
    ['road-reserves', roadReserveFeatures(city)],
  ];
}
