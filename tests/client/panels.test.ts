/** What panels say of values: figures with their direction, units, codes in words, and "not set" never 0. */
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../domain/text/formats.ts';
import { fieldText } from '../../domain/layers/field-text.ts';
import type { ZoneParameter } from '../../domain/contract/extract.ts';
import { investmentSites } from '../../domain/layers/investment-sites.ts';
import { parcels } from '../../domain/layers/parcels.ts';
import { landUse } from '../../domain/planning/land-uses.ts';
import { parameterText } from '../../domain/planning/parameter-text.ts';
import { parametersOf } from '../../domain/planning/zone-parameters.ts';

const plain = (text: string | null) => text?.replaceAll(/[\u202f\u00a0]/g, '_') ?? null;
const parameter = (change: Partial<ZoneParameter>): ZoneParameter => ({ name: 'maxHeight', min: null, max: null, text: null, unit: null, paragraph: null, ...change });

describe('how much may be built', () => {
  it('tells a limit from above, from below, and a range', () => {
    expect(plain(parameterText(parameter({ max: 16, unit: 'm' }), FORMATS.pl))).toBe('≤_16_m');
    expect(plain(parameterText(parameter({ min: 20.5, unit: '%' }), FORMATS.pl))).toBe('≥_20,5_%');
    expect(plain(parameterText(parameter({ min: 0.2, max: 1.2 }), FORMATS.pl))).toBe('0,2–1,2');
    expect(plain(parameterText(parameter({ min: 0.2, max: 1.2 }), FORMATS.en))).toBe('0.2–1.2');
  });

  it('is null when the plan does not set it, and 0 when it sets 0', () => {
    expect(parameterText(undefined, FORMATS.pl)).toBeNull();
    expect(plain(parameterText(parameter({ max: 0, unit: 'm' }), FORMATS.pl))).toBe('≤_0_m');
  });

  it('is read from the columns of a zone, absent ones left out', () => {
    const none = { max_height_m: null, max_height_paragraph: null, min_intensity: null, max_intensity: null, intensity_paragraph: null, max_built_up_pct: null, built_up_paragraph: null, min_bio_active_pct: null, bio_active_paragraph: null, parking: null, parking_paragraph: null };
    expect(parametersOf(none)).toEqual([]);
    expect(parametersOf({ ...none, max_built_up_pct: 0, built_up_paragraph: '§ 5' })).toEqual([parameter({ name: 'maxBuiltUpShare', max: 0, unit: '%', paragraph: '§ 5' })]);
  });
});

describe('a value of the catalogue', () => {
  const site = (name: string) => investmentSites.fields.find((field) => field.name === name)!;
  it('is said in words, with its unit, in the language', () => {
    expect(fieldText(site('offer_form'), 'lease', FORMATS.pl, 'pl')).toBe('dzierżawa');
    expect(fieldText(site('offer_form'), 'lease', FORMATS.en, 'en')).toBe('lease');
    expect(fieldText(site('by_tender'), false, FORMATS.pl, 'pl')).toBe('nie');
    expect(plain(fieldText(site('price_pln'), 1_250_000, FORMATS.pl, 'pl'))).toBe('1_250_000_zł');
    expect(plain(fieldText(site('area_ha'), 1.875, FORMATS.en, 'en'))).toMatch(/^1\.8[78]_ha$/);
    expect(plain(fieldText(parcels.fields.find(({ name }) => name === 'register_area_m2')!, 2318, FORMATS.pl, 'pl'))).toBe('2_318_m²');
    expect(fieldText(site('utilities'), ['woda', 'gaz'], FORMATS.pl, 'pl')).toBe('woda, gaz');
  });

  it('that is not there is not said', () => {
    for (const nothing of [null, undefined, '', []]) expect(fieldText(site('utilities'), nothing, FORMATS.pl, 'pl')).toBeNull();
  });

  it('outside of its code list stays as it is', () => {
    expect(fieldText(site('status'), 'nowy-stan', FORMATS.pl, 'pl')).toBe('nowy-stan');
  });
});

describe('land uses', () => {
  it('have their meaning, also with the older ecological mark', () => {
    expect(landUse('dr')?.label.pl).toBe('drogi');
    expect(landUse('E-Ws')?.label.pl).toBe('wody powierzchniowe stojące');
    expect(landUse('XX')).toBeUndefined();
  });
});
