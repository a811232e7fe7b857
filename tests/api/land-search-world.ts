/** All land of the demonstration in memory, and generated needs over what it is like, for tests of the investor's search. */
import fc from 'fast-check';
import type { Feature } from '../../domain/contract/features.ts';
import { LAND_LAYERS } from '../../domain/contract/investment/search.ts';
import type { Filter } from '../../domain/cql2/ast.ts';
import type { Evaluated } from '../../domain/cql2/evaluate.ts';
import type { TestApp } from '../support/app.ts';
import { filters } from '../support/filters.ts';
import { inMemory, point, spatialFilters } from '../support/spatial.ts';

export interface KnownLand { readonly id: number; readonly object: Evaluated }

async function featuresOf({ url }: TestApp, layer: string): Promise<Feature[]> {
  const features: Feature[] = [];
  for (let next: string | undefined = `${url}/api/collections/${layer}/items?limit=1000`; next !== undefined;) {
    const page = await (await fetch(next)).json() as { features: Feature[]; links: { rel: string; href: string }[] };
    features.push(...page.features);
    next = page.links.find(({ rel }) => rel === 'next')?.href;
  }
  return features;
}

export class FilterWorld {
  readonly sites: readonly KnownLand[];
  /** Without geometry: thousands of them against every drawn border are decided by the last decimal somewhere. */
  readonly parcels: readonly KnownLand[];

  private constructor(sites: readonly Feature[], parcels: readonly Feature[]) {
    this.sites = sites.map((feature) => ({ id: feature.id, object: inMemory(feature) }));
    this.parcels = parcels.map(({ id, properties }) => ({ id, object: { properties } }));
  }

  static async of(app: TestApp): Promise<FilterWorld> {
    return new FilterWorld(await featuresOf(app, LAND_LAYERS.site), await featuresOf(app, LAND_LAYERS.parcel));
  }

  /** Expressions of any shape. */
  filters(withPlaces = true): fc.Arbitrary<Filter> {
    return filters({
      texts: { status: ['available', 'in-tender'], zone_class: ['P', 'U', 'P/U', 'MW'], ownership: ['municipality', 'mixed'], district: ['XVIII', 'XIII'], strategic_area: ['nowa-huta', 'other'] },
      numbers: { area_ha: [0.05, 0.3, 2.5, 10], price_pln: [1e6, 5e6], motorway_m: [1000, 4000], max_height_m: [12, 20], flood_pct: [0, 50], plan_pct: [99, 100] }, booleans: ['by_tender', 'road_contact'], dates: [],
      lists: { utilities: ['gaz', 'woda'], zone_classes: ['P', 'U', 'ZP'] }, spatial: withPlaces ? spatialFilters : [],
    });
  }

  /** What an investor asks: a few conditions at once, of which the most find something each. */
  needs(): fc.Arbitrary<Filter> {
    const least = (name: string, values: readonly number[], op: '>=' | '<=' | '<' | '>') => fc.constantFrom(...values).map((value): Filter => ({ op, left: { kind: 'property', name }, right: { kind: 'literal', value } }));
    const condition = fc.oneof(
      least('area_ha', [0.2, 1, 3, 12, 60], '>='), least('motorway_m', [400, 2000, 6000], '<='), least('price_pln', [1e5, 2e6, 6e6], '<'), least('max_height_m', [14, 24, 40], '>'), least('station_m', [150, 900], '<='),
      fc.constantFrom('P', 'U', 'MN').map((value): Filter => ({ op: '=', left: { kind: 'property', name: 'zone_class' }, right: { kind: 'literal', value } })),
      fc.constantFrom('gaz', 'światłowód').map((value): Filter => ({ op: 'a_contains', property: 'utilities', values: [value] })),
      fc.tuple(fc.constantFrom(0, 5, 20), fc.constantFrom(1, 30)).map(([low, more]): Filter => ({ op: 'between', value: { kind: 'property', name: 'area_ha' }, low: { kind: 'literal', value: low }, high: { kind: 'literal', value: low + more } })),
      point.map((coordinates): Filter => ({ op: 's_dwithin', property: 'geom', geometry: { type: 'Point', coordinates }, metres: 1500 })), this.filters(),
    );
    return fc.array(condition, { minLength: 2, maxLength: 6 }).map((args): Filter => ({ op: 'and', args }));
  }
}
