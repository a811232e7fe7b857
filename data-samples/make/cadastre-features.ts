/** Features of the cadastre: registration units, cadastral districts, parcels; and addresses, which stand on parcels. */
import type { Address } from './addresses.ts';
import type { City } from './city.ts';
import { facts } from './facts.ts';
import { areaGeometry, nodeTexts, pointGeometry, type Feature } from './geojson.ts';
import { unitLetter, type CadastralDistrict } from './cadastral-districts.ts';
import type { Parcel } from './land-register.ts';
import type { Lots } from './parcels.ts';

export function unitFeatures({ graph, blocks }: City): Feature[] {
  const text = nodeTexts(graph.map);
  return facts.cadastralUnits.map(({ id, name }) => ({
    properties: { key: id, unit_id: id, letter: unitLetter(id), name },
    geometry: areaGeometry(graph.map.dissolve([...blocks.values()].filter((block) => block.unitId === id).map((block) => block.face)), text),
  }));
}

export function cadastralDistrictFeatures({ graph, districtOf }: City): Feature[] {
  const text = nodeTexts(graph.map);
  const members = new Map<string, { district: CadastralDistrict; faces: number[] }>();
  for (const [face, district] of districtOf) {
    const member = members.get(district.id);
    if (member) member.faces.push(face); else members.set(district.id, { district, faces: [face] });
  }
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { district: { unitId, name }, faces }]) => (
    { properties: { key: id, district_id: id, unit_id: unitId, name }, geometry: areaGeometry(graph.map.dissolve(faces), text) }
  ));
}

export function* parcelFeatures({ map }: Lots, parcels: readonly Parcel[]): Generator<Feature> {
  const text = nodeTexts(map);
  for (const parcel of parcels) {
    yield {
      properties: {
        key: parcel.identifier, identifier: parcel.identifier, register_area_m2: parcel.registerAreaM2, registration_group: parcel.registrationGroup,
        land_uses: parcel.landUses, valid_from: parcel.validFrom,
      },
      geometry: areaGeometry([[map.ring(parcel.face)]], text),
    };
  }
}

export function* addressFeatures(addresses: readonly Address[]): Generator<Feature> {
  for (const { key, street, houseNumber, postcode, at } of addresses) {
    yield { properties: { key, street, house_number: houseNumber, postcode }, geometry: pointGeometry(at) };
  }
}
