/** The paper of a parcel: its statement, a vector map at true scale, and how to check it. */
import { parcels } from '../../../domain/layers/parcels.ts';
import { zones } from '../../../domain/layers/zones.ts';
import { PALETTES } from '../../../domain/style/palette.ts';
import { isDemonstration } from '../../../domain/statement/extract-topics.ts';
import { parcelStatement } from '../../../domain/statement/parcel-statement.ts';
import type { Language } from '../../../domain/text/language.ts';
import type { Queries } from '../../db/database.ts';
import { catalogueLook } from '../../paper/look.ts';
import { fittingScale, frameBox } from '../../paper/map-frame.ts';
import type { Paper, PaperMap } from '../../paper/paper.ts';
import { numberOf, type ParcelDocument } from './document.ts';
import { outlineOf, parcelsIn, type Record, zonesIn } from './records.repository.ts';

export const PAPER_SCALES = [500, 1000, 2000, 5000] as const;
/** Numbers of parcels are written where there is room for them. */
const LABELLED_TO = 2000;

/** `scale`: 1 : n; null: the largest at which the parcel fits, at least 1 : 5000. */
async function mapOf(db: Queries, { parcel, extract: { day } }: ParcelDocument, scale: number | null, lang: Language): Promise<PaperMap> {
  const outline = await outlineOf(db, parcel.identifier, day);
  const center = [(outline.west + outline.east) / 2, (outline.south + outline.north) / 2] as const;
  const chosen = scale ?? Math.min(fittingScale([outline.west, outline.south, outline.east, outline.north]), PAPER_SCALES.at(-1)!);
  const [west, south, east, north] = frameBox({ scale: chosen, center });
  const frame = { west, south, east, north };
  const numbered = chosen <= LABELLED_TO;
  return {
    scale: chosen, center, subject: { title: parcel.identifier, geometry: outline.geometry },
    layers: [
      { title: zones.title[lang], features: (await zonesIn(db, frame, day)).map(({ geometry, label, class: value }) => ({ geometry, label, ...catalogueLook('zones', value, lang) })) },
      { title: parcels.title[lang], features: (await parcelsIn(db, frame, day)).map(({ geometry, label }) => ({
        geometry, stroke: PALETTES.light.textSoft, widthMm: 0.12, ...(numbered ? { label } : {}) })) },
    ],
    attribution: [...new Set([zones, parcels].flatMap(({ source }) => source.attribution.split(', ')))].join(', '),
  };
}

export async function paperOf(db: Queries, document: ParcelDocument, record: Record, url: string, scale: number | null, lang: Language): Promise<Paper> {
  const { parcel, extract } = document;
  return {
    statement: parcelStatement(parcel, extract, lang), map: await mapOf(db, document, scale, lang), demonstration: parcel.provenance.demonstration || isDemonstration(extract),
    check: { id: numberOf(record.hash), hash: record.hash, url, dataVersion: record.dataVersion, day: record.day, issuedAt: record.issuedAt.toISOString() },
  };
}
