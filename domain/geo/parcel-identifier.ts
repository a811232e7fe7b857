/** Cadastral parcel identifiers of Kraków: `126105_9.0001.580/4` (unit, cadastral district, optional map sheet, number). */

/** Registration units of Kraków with their short letters; unit borders are not district borders. */
export const REGISTRATION_UNITS = [
  { id: '126102_9', letter: 'K', name: 'Krowodrza' },
  { id: '126103_9', letter: 'NH', name: 'Nowa Huta' },
  { id: '126104_9', letter: 'P', name: 'Podgórze' },
  { id: '126105_9', letter: 'S', name: 'Śródmieście' },
] as const;

export interface ParcelIdentifier {
  readonly unitId: string;
  /** Number of the cadastral district without padding. */
  readonly district: number;
  readonly sheet: string | null;
  readonly number: string;
}

const FULL = /^(?<unit>12610[2-5]_9)\.(?<district>\d{4})\.(?:(?<sheet>AR_\d{1,3})\.)?(?<number>\d{1,5}(?:\/\d{1,5})?)$/;

/** Parses a full identifier; null when it does not follow the grammar. */
export function parseParcelIdentifier(text: string): ParcelIdentifier | null {
  const groups = FULL.exec(text)?.groups;
  if (!groups) return null;
  return { unitId: groups.unit!, district: Number(groups.district), sheet: groups.sheet ?? null, number: groups.number! };
}

/** Prints the full identifier; `parse(print(x))` is x. */
export function printParcelIdentifier({ unitId, district, sheet, number }: ParcelIdentifier): string {
  return [unitId, String(district).padStart(4, '0'), ...(sheet ? [sheet] : []), number].join('.');
}

/** As people of the office write it: `126105_9.0001.580/4` → `S-1 580/4`. What is no identifier stays as it is. */
export function shortParcelName(identifier: string): string {
  const parcel = parseParcelIdentifier(identifier);
  if (!parcel) return identifier;
  const { letter } = REGISTRATION_UNITS.find(({ id }) => id === parcel.unitId)!;
  return `${letter}-${parcel.district} ${parcel.sheet ? `${parcel.sheet} ` : ''}${parcel.number}`;
}
