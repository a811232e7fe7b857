/** All that can be asked of land, in groups: the three questions that everybody has stand open, the others unfold. */
import type { ReactNode } from 'react';
import type { Facet, LandSearch } from '../../domain/contract/investment/search.ts';
import { type ChoiceName, type FlagName, type Need, type Range, type RangeName, type WordingName, WORDINGS } from '../../domain/investment/need.ts';
import { labelOf } from '../../domain/investment/need-words.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { FacetList } from './facet-list.tsx';
import styles from './filters.module.css';
import { Fold } from './fold.tsx';
import { PlaceField } from './place-field.tsx';
import { RangeField } from './range-field.tsx';
import { changeNeed } from './use-asked.ts';

const TEXTS = defineTexts({
  pl: {
    building: 'Zabudowa według planu', offer: 'Własność i oferta', supply: 'Media i dostęp', distances: 'Odległości w linii prostej', exclusions: 'Wykluczenia', place: 'Miejsce', active: (n: string) => `ustawione: ${n}`,
    flood_pct: 'Poza obszarem zagrożenia powodziowego', heritage_pct: 'Poza ochroną zabytków', nature_pct: 'Poza formami ochrony przyrody', unknown: (n: string) => `nie wiadomo o ${n}`, any: 'dowolnie', yes: 'tak', no: 'nie', holds: 'Opis zawiera słowa', hint: 'np. możliwa bocznica',
  },
  en: {
    building: 'Building by the plan', offer: 'Ownership and offer', supply: 'Utilities and access', distances: 'Distances in a straight line', exclusions: 'Exclusions', place: 'Place', active: (n: string) => `set: ${n}`,
    flood_pct: 'Outside areas of flood hazard', heritage_pct: 'Outside heritage protection', nature_pct: 'Outside nature protection', unknown: (n: string) => `unknown of ${n}`, any: 'any', yes: 'yes', no: 'no', holds: 'The description has the words', hint: 'in Polish, e.g. możliwa bocznica',
  },
});

type Exclusion = 'flood_pct' | 'heritage_pct' | 'nature_pct';
interface Props { readonly need: Need; readonly facets: LandSearch['facets'] }

const put = <T extends object>(of: T, name: keyof T, value: unknown): T => (value === undefined ? Object.fromEntries(Object.entries(of).filter(([one]) => one !== name)) as T : { ...of, [name]: value });
const setRange = (name: RangeName) => (range: Range | undefined) => changeNeed((need) => ({ ...need, ranges: put(need.ranges, name, range) }));
const facetOf = (facets: readonly Facet[], name: string) => facets.find((facet) => facet.name === name);

function Ranges({ need, facets, of }: Props & { readonly of: readonly (readonly [name: RangeName, side?: 'min' | 'max'])[] }) {
  return of.map(([name, side]) => <RangeField key={name} name={name} {...(side ? { side } : {})} value={need.ranges[name]} facet={facetOf(facets, name)} onChange={setRange(name)} />);
}

function Choices({ need, facets, of }: Props & { readonly of: readonly ChoiceName[] }) {
  return of.map((name) => <FacetList key={name} name={name} value={need.choices[name]} facet={facetOf(facets, name)} onChange={(choice) => changeNeed((now) => ({ ...now, choices: put(now.choices, name, choice) }))} />);
}

function Flag({ need, facets, of: name }: Props & { readonly of: FlagName }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const facet = facetOf(facets, name);
  const count = (value: boolean) => facet?.values.find((one) => one.value === String(value))?.count ?? 0;
  const set = (value: boolean | undefined) => changeNeed((now) => ({ ...now, flags: put(now.flags, name, value) }));
  return (
    <fieldset className={styles.facet} data-filter={name}>
      <legend>{labelOf(name, lang)}</legend>
      <div className={styles.segments}>
        {([undefined, true, false] as const).map((value) => (
          <label key={String(value)}><input type="radio" name={`land-${name}`} checked={need.flags[name] === value} onChange={() => set(value)} />
            <span>{value === undefined ? texts.any : texts[value ? 'yes' : 'no']}{value !== undefined && facet && <b>{number(count(value))}</b>}</span></label>
        ))}
      </div>
    </fieldset>
  );
}

const Flags = ({ of, ...rest }: Props & { readonly of: readonly FlagName[] }) => of.map((name) => <Flag key={name} {...rest} of={name} />);

/** None of it is asked for; any other bound that the address has is shown as what it is. */
function Exclude({ need, facets, name }: Props & { readonly name: Exclusion }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const range = need.ranges[name];
  const facet = facetOf(facets, name);
  if (range && (range.max !== 0 || (range.min ?? 0) !== 0 || range.orUnknown)) return <RangeField name={name} value={range} facet={facet} onChange={setRange(name)} />;
  return (
    <label className={styles.tick} data-filter={name}>
      <input type="checkbox" checked={range !== undefined} onChange={({ currentTarget: { checked } }) => setRange(name)(checked ? { min: 0, max: 0, orUnknown: false } : undefined)} />
      <span>{texts[name]}{facet && facet.unknown > 0 && <small>{texts.unknown(number(facet.unknown))}</small>}</span>
    </label>
  );
}

function Wording({ need, of: name }: { readonly need: Need; readonly of: WordingName }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  return (
    <label className={styles.wording} data-filter={name}>
      <span>{labelOf(name, lang)}. {texts.holds}</span>
      <input type="search" maxLength={80} placeholder={texts.hint} value={need.wordings[name] ?? ''} onInput={({ currentTarget: { value } }) => {
        // Signs that stand for others in a pattern are none of the description's words.
        const words = value.toLowerCase().replace(/[%_\\\0]/g, '');
        changeNeed((now) => ({ ...now, wordings: put(now.wordings, name, words || undefined) }));
      }} />
    </label>
  );
}

function Group({ title, active, children }: { readonly title: string; readonly active: number; readonly children: ReactNode }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  return <Fold active={active > 0} title={<>{title}{active > 0 && <b><span className="unseen">{texts.active('')}</span>{number(active)}</b>}</>}>{children}</Fold>;
}

const BUILDING = [['max_height_m', 'min'], ['max_intensity', 'min'], ['max_built_up_pct', 'min'], ['min_bio_active_pct', 'max'], ['plan_pct', 'min'], ['zone_pct', 'min']] as const;
const DISTANCES = [['motorway_m', 'max'], ['airport_m', 'max'], ['station_m', 'max'], ['tram_m', 'max']] as const;
const EXCLUSIONS = ['flood_pct', 'heritage_pct', 'nature_pct'] as const;

export function Filters({ need, facets }: Props) {
  const texts = useTexts(TEXTS);
  const set = (...names: readonly string[]) => names.filter((name) => name in need.ranges || name in need.choices || name in need.flags || name in need.wordings).length;
  const both = { need, facets };
  return (
    <div className={styles.filters}>
      <Ranges {...both} of={[['area_ha']]} />
      <Choices {...both} of={['zone_class']} />
      <Group title={texts.building} active={set(...BUILDING.map(([name]) => name), 'plan_status', 'zone_symbols', 'zone_classes')}>
        <Ranges {...both} of={BUILDING} /><Choices {...both} of={['plan_status', 'zone_symbols', 'zone_classes']} />
      </Group>
      <Group title={texts.offer} active={set('ownership', 'holding_form', 'status', 'offer_form', 'price_pln', 'by_tender')}>
        <Choices {...both} of={['ownership', 'holding_form', 'status', 'offer_form']} /><Ranges {...both} of={[['price_pln', 'max']]} /><Flags {...both} of={['by_tender']} />
      </Group>
      <Group title={texts.supply} active={set('utilities', 'power_kw', 'road_contact', 'road_access', 'rail_access')}>
        <Choices {...both} of={['utilities']} /><Ranges {...both} of={[['power_kw', 'min']]} /><Flags {...both} of={['road_contact']} />{WORDINGS.map((name) => <Wording key={name} need={need} of={name} />)}
      </Group>
      <Group title={texts.distances} active={set(...DISTANCES.map(([name]) => name))}><Ranges {...both} of={DISTANCES} /></Group>
      <Group title={texts.exclusions} active={set(...EXCLUSIONS)}>{EXCLUSIONS.map((name) => <Exclude key={name} {...both} name={name} />)}</Group>
      <Group title={texts.place} active={set('district', 'strategic_area') + Number(need.place !== null)}>
        <Choices {...both} of={['strategic_area', 'district']} /><PlaceField value={need.place} onChange={(place) => changeNeed((now) => ({ ...now, place }))} />
      </Group>
    </div>
  );
}
