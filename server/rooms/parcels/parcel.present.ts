/** A parcel as it travels. */
import type { Parcel } from '../../../domain/contract/parcel.ts';
import { provenanceOf } from '../../registers/provenance.ts';
import type { ParcelRow } from './parcels.repository.ts';

export function presentParcel(row: ParcelRow): Parcel {
  const [unitId = '', district = ''] = row.identifier.split('.');
  return {
    id: row.id, identifier: row.identifier, number: row.number,
    cadastralDistrict: { id: `${unitId}.${district}`, name: row.cadastral_district },
    registrationUnit: { id: unitId, name: row.registration_unit },
    district: row.district,
    registerAreaM2: row.register_area_m2, geometryAreaM2: row.geometry_area_m2, registrationGroup: row.registration_group,
    landUses: (row.land_uses ?? []).map(({ symbol, soil_class: soilClass, area_m2: areaM2 }) => ({ symbol, soilClass, areaM2 })),
    validFrom: row.valid_from, validTo: row.valid_to, point: row.point, bbox: row.bbox, geometry: row.geometry,
    provenance: provenanceOf(row),
  };
}
