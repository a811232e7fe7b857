/** Results of a spatial search as files: GeoJSON with the geometry of the objects, CSV with their figures. */
import bbox from '@turf/bbox';
import type { AreaAnswer, AreaOfInterest } from '../../domain/contract/area.ts';
import { fetchAllHits, fetchFeaturesOf } from '../api/area.ts';
import type { Language } from '../url/parameters.ts';
import { areaCsv } from './area-csv.ts';

function save(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const allHits = (area: AreaOfInterest, answer: AreaAnswer, day: string | null) =>
  Promise.all(answer.layers.filter(({ count }) => count > 0).map(async ({ layer }) => ({ layer, hits: await fetchAllHits(area, layer, day) })));

export async function saveCsv(area: AreaOfInterest, answer: AreaAnswer, lang: Language, day: string | null): Promise<void> {
  save('msip-obszar.csv', 'text/csv;charset=utf-8', areaCsv(await allHits(area, answer, day), lang));
}

/** The area itself comes first; every object says its layer and how much of it lies inside. */
export async function saveGeoJson(area: AreaOfInterest, answer: AreaAnswer, day: string | null): Promise<void> {
  const objects = await Promise.all((await allHits(area, answer, day)).map(async ({ layer, hits }) => {
    const byId = new Map(hits.map((hit) => [hit.id, hit]));
    const features = await fetchFeaturesOf(layer, bbox(answer.area), new Set(byId.keys()), day);
    return features.map((feature) => {
      const { measure, measureInside, shareInside } = byId.get(Number(feature.id))!;
      return { ...feature, properties: { layer, ...feature.properties, measure, measureInside, shareInside } };
    });
  }));
  const features = [{ type: 'Feature', geometry: answer.area, properties: { layer: 'area-of-interest', areaM2: answer.areaM2 } }, ...objects.flat()];
  save('msip-obszar.geojson', 'application/geo+json', JSON.stringify({ type: 'FeatureCollection', features }));
}
