/** Municipal land (zasób gminny): parcels of the city with the form in which it holds or gives them. */
import { LAND_FORMS } from '../../domain/layers/municipal-land.ts';
import { areaGeometry, nodeTexts, type Feature } from './geojson.ts';
import { byFace, gather, numbersOf, shuffled } from './holdings.ts';
import { isoDate, type Parcel } from './land-register.ts';
import type { Lots } from './parcels.ts';
import { randomOf, type Random } from './random.ts';

type Form = (typeof LAND_FORMS)[number]['value'];

/** Holdings in the demonstration. */
const HOLDINGS = 980;

const FORMS: Readonly<Record<string, Readonly<Partial<Record<Form, number>>>>> = {
  green: { 'reserve-green': 92, lease: 8 },
  'old-town': { lease: 34, 'perpetual-usufruct': 20, 'for-sale': 22, 'reserve-education': 12, 'reserve-green': 12 },
  tenement: { lease: 26, 'reserve-housing': 18, 'for-sale': 20, 'perpetual-usufruct': 14, 'reserve-education': 12, 'reserve-green': 10 },
  estate: { 'reserve-green': 24, 'reserve-education': 24, 'reserve-housing': 22, lease: 22, 'in-kind-contribution': 8 },
  slabs: { 'reserve-green': 22, 'reserve-education': 24, 'reserve-housing': 26, lease: 20, 'in-kind-contribution': 8 },
  villas: { 'reserve-roads': 24, 'reserve-green': 24, 'reserve-housing': 24, 'for-sale': 20, lease: 8 },
  village: { 'reserve-roads': 28, 'reserve-housing': 18, lease: 26, 'for-sale': 18, 'reserve-green': 10 },
  fields: { lease: 36, 'reserve-green': 22, 'reserve-economic': 20, 'reserve-housing': 10, 'reserve-roads': 12 },
  industry: { 'reserve-economic': 40, 'in-kind-contribution': 16, 'for-sale': 16, lease: 18, 'reserve-roads': 10 },
  'technology-park': { 'reserve-economic': 46, 'in-kind-contribution': 34, 'for-sale': 10, lease: 10 },
};

const PURPOSES: Readonly<Record<Form, readonly string[]>> = {
  'reserve-roads': ['poszerzenie drogi gminnej', 'budowa drogi publicznej klasy dojazdowej', 'ścieżka rowerowa i chodnik'],
  'reserve-green': ['park kieszonkowy', 'zieleniec', 'powiększenie parku', 'zieleń nadrzeczna'],
  'reserve-education': ['szkoła podstawowa', 'przedszkole', 'żłobek', 'rozbudowa szkoły'],
  'reserve-housing': ['budownictwo komunalne', 'budownictwo społeczne (TBS)', 'mieszkania wspomagane'],
  'reserve-economic': ['strefa aktywności gospodarczej', 'park naukowo-technologiczny', 'zaplecze usług komunalnych'],
  lease: ['ogródek przydomowy', 'parking', 'uprawy rolne', 'pawilon handlowy', 'ogródek gastronomiczny'],
  'perpetual-usufruct': ['zabudowa mieszkaniowa wielorodzinna', 'zabudowa usługowa', 'zabudowa przemysłowa'],
  'in-kind-contribution': ['aport do spółki Kraków Nowa Huta Przyszłości S.A.', 'aport do spółki komunalnej'],
  'for-sale': ['zabudowa mieszkaniowa jednorodzinna', 'zabudowa usługowa', 'poprawa zagospodarowania nieruchomości przyległej'],
};
const MANAGERS: Readonly<Record<Form, readonly string[]>> = {
  'reserve-roads': ['Zarząd Dróg Miasta Krakowa'], 'reserve-green': ['Zarząd Zieleni Miejskiej w Krakowie'],
  'reserve-education': ['Wydział Edukacji'],
  'reserve-housing': ['Wydział Mieszkalnictwa', 'Zarząd Budynków Komunalnych w Krakowie'], 'reserve-economic': ['Wydział Skarbu Miasta'],
  lease: ['Wydział Skarbu Miasta', 'Zarząd Budynków Komunalnych w Krakowie'], 'perpetual-usufruct': ['Wydział Skarbu Miasta'],
  'in-kind-contribution': ['Wydział Skarbu Miasta'], 'for-sale': ['Wydział Skarbu Miasta'],
};

const SALE_NOTES = ['wykaz podany do publicznej wiadomości na 21 dni', 'przetarg ustny nieograniczony', 'zbycie w drodze bezprzetargowej'] as const;

function formOf(parcel: Parcel, random: Random): Form {
  if (parcel.registrationGroup === 5) return random.chance(0.88) ? 'perpetual-usufruct' : 'for-sale';
  return random.weighted(FORMS[parcel.ground === 'land' ? parcel.character.name : 'green']! as Record<Form, number>);
}

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** Holdings on parcels of the municipality (registration groups 4 and 5), streets and squares apart. */
export function municipalLandFeatures(lots: Lots, parcels: readonly Parcel[]): Feature[] {
  const random = randomOf('municipal land');
  const candidates = parcels.filter((parcel) => (parcel.registrationGroup === 4 || parcel.registrationGroup === 5)
    && parcel.ground !== 'strip' && parcel.ground !== 'square' && parcel.registerAreaM2 > 120
      && (parcel.ground !== 'land' || FORMS[parcel.character.name]));
  const [faces, free, text] = [byFace(parcels), new Set(candidates), nodeTexts(lots.map)];
  const labels = new Map(LAND_FORMS.map(({ value, label }) => [value as Form, label.pl]));
  const features: Feature[] = [];
  for (const start of shuffled(candidates, random)) {
    if (features.length >= HOLDINGS) break;
    if (!free.has(start)) continue;
    const form = formOf(start, random);
    const group = gather(lots, faces, start, free, start.registerAreaM2 * (random.chance(0.3) ? 3 : 1), 4)
      .filter((parcel) => parcel === start || parcel.registrationGroup === start.registrationGroup);
    const ends = form === 'lease' ? `${random.whole(2027, 2040)}-12-31` : form === 'perpetual-usufruct' ? `${random.whole(2079, 2112)}-06-30` : null;
    const number = features.length + 1;
    features.push({
      properties: {
        key: `zg-${String(number).padStart(4, '0')}`, name: `${capital(labels.get(form)!)} – obr. ${start.district.name}, dz. ${numbersOf(group)}`,
        form, purpose: random.pick(PURPOSES[form]), parcels: group.map(({ identifier }) => identifier), manager: random.pick(MANAGERS[form]),
        since: isoDate(random, form === 'perpetual-usufruct' ? 1991 : 2008, 2025), until: ends,
        note: form === 'for-sale' ? random.pick(SALE_NOTES) : null,
      },
      geometry: areaGeometry(lots.map.dissolve(group.map(({ face }) => face)), text),
    });
  }
  return features.sort((a, b) => (a.properties.key < b.properties.key ? -1 : 1));
}
