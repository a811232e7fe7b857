/** From land to the report: the words of each piece, its map, the comparison, what it is and where it is found again. */
import type { Extract } from '../../../domain/contract/extract.ts';
import type { Capacity } from '../../../domain/contract/investment/capacity.ts';
import type { Site } from '../../../domain/contract/investment/site.ts';
import type { Topic } from '../../../domain/contract/statement.ts';
import { assembledLand, assembledTitle } from '../../../domain/investment/assembled.ts';
import { comparisonOf } from '../../../domain/investment/comparison.ts';
import { type LandRef, parcelsOfRef, printLandRef } from '../../../domain/investment/land-ref.ts';
import type { LandProperties } from '../../../domain/investment/land-words.ts';
import type { Need } from '../../../domain/investment/need.ts';
import { needSentence } from '../../../domain/investment/need-words.ts';
import { capacityTopic, landTopic, siteTopics } from '../../../domain/investment/site-topics.ts';
import { objectPath } from '../../../domain/paths.ts';
import { extractTopics, isDemonstration } from '../../../domain/statement/extract-topics.ts';
import { noticesOf } from '../../../domain/statement/notices.ts';
import { defineTexts, type Language } from '../../../domain/text/language.ts';
import type { Db } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import type { Report, ReportLand } from '../../paper/report.ts';
import { landMap, type Outline } from '../../registers/land-map.ts';
import { provenanceOf } from '../../registers/provenance.ts';
import { parcelLands, parcelsOutline, siteOutline } from './site-report.repository.ts';

export interface ReportSources {
  site(key: string, day: string): Promise<Site>;
  capacity(subject: { readonly site: string } | { readonly parcels: readonly string[] }, day: string): Promise<Capacity>;
  /** Of parcels taken together. */
  parcelsExtract(identifiers: readonly string[], day: string): Promise<Extract>;
}

const TEXTS = defineTexts({
  pl: { site: 'Teren inwestycyjny', parcel: 'Działka gminna – nie jest ofertą', assembly: 'Zestaw działek gminnych – nie jest ofertą', several: 'Porównanie terenów' },
  en: { site: 'Investment site', parcel: 'Municipal parcel – not on offer', assembly: 'Set of municipal parcels – not on offer', several: 'Comparison of sites' },
});

/** A site larger than that on paper is better looked at on the screen. */
const LEAST_SCALE = 25_000;

/** Told by the comparison, or only on a page of its own. */
const IN_TABLE = new Set(['offer', 'land', 'capacity', 'supply', 'documents', 'changes', 'procedures', 'general-plan', 'archive']);

interface Told {
  readonly title: string;
  readonly kind: string;
  readonly outline: Outline;
  readonly topics: readonly Topic[];
  readonly properties: LandProperties;
  readonly capacity: Capacity | null;
  readonly demonstration: boolean;
}

/** Null where it is no question: land too far apart. */
async function capacityOf(asked: Promise<Capacity>): Promise<Capacity | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.code === 'unprocessable') return null;
    throw error;
  }
}

async function tellSite(db: Db, sources: ReportSources, key: string, day: string, lang: Language): Promise<Told> {
  const site = await sources.site(key, day);
  const capacity = await capacityOf(sources.capacity({ site: key }, day));
  return {
    title: site.name, kind: TEXTS[lang].site, outline: await siteOutline(db, key), topics: siteTopics(site, capacity, lang), properties: site.properties, capacity,
    demonstration: site.provenance.demonstration || isDemonstration({ plans: site.planning.plans, themes: site.themes }),
  };
}

/** One parcel, or several taken together: those must lie near each other, or there is nothing to tell of the whole. */
async function tellParcels(db: Db, sources: ReportSources, ref: LandRef, day: string, lang: Language): Promise<Told> {
  const identifiers = parcelsOfRef(ref);
  const parcels = await parcelLands(db, identifiers);
  const asked = sources.capacity({ parcels: identifiers }, day);
  const together = ref.kind === 'assembly' ? await asked : null;
  const capacity = together ?? await capacityOf(asked);
  const extract = await sources.parcelsExtract(identifiers, day);
  const [first] = parcels as [typeof parcels[number]];
  const properties = together ? assembledLand(parcels.map((parcel) => parcel.properties), together) : first.properties;
  return {
    title: together ? assembledTitle(identifiers, lang) : first.name, kind: TEXTS[lang][together ? 'assembly' : 'parcel'], outline: await parcelsOutline(db, identifiers), properties, capacity,
    demonstration: parcels.some(({ demonstration }) => demonstration) || isDemonstration(extract),
    topics: [landTopic(properties, provenanceOf(first), lang), capacityTopic(capacity, lang), ...extractTopics(extract, lang)],
  };
}

const tell = (db: Db, sources: ReportSources, ref: LandRef, day: string, lang: Language): Promise<Told> => (ref.kind === 'site' ? tellSite(db, sources, ref.key, day, lang) : tellParcels(db, sources, ref, day, lang));

interface Question {
  readonly lands: readonly LandRef[];
  readonly day: string;
  readonly lang: Language;
  /** What was searched for. */
  readonly need: Need | null;
  readonly publicUrl: string;
  readonly issuedAt: Date;
}

/** Where it is found again; ends in the sign after which parameters may follow. */
function pathOf(lands: readonly LandRef[]): string {
  const [first, ...others] = lands as readonly [LandRef, ...LandRef[]];
  if (others.length > 0) return `/?tool=site-compare&sites=${lands.map(printLandRef).join(',')}&`;
  return first.kind === 'assembly' ? `/?tool=land-assemblies&assembly=${parcelsOfRef(first).join(',')}&` : `${objectPath(first.kind === 'site' ? 'investment-sites' : 'parcels', first.key)}?`;
}

/** One piece of land after the other: the embedded database answers one question at a time anyway. Throws what its sources throw. */
export async function reportOf(db: Db, sources: ReportSources, { lands: asked, day, lang, need, publicUrl, issuedAt }: Question): Promise<Report> {
  const told: Told[] = [];
  const lands: ReportLand[] = [];
  const single = asked.length === 1;
  for (const ref of asked) {
    const land = await tell(db, sources, ref, day, lang);
    told.push(land);
    // Beside the table a few pages each: what else was checked and does not concern the land is told by the page.
    const topics = single ? land.topics : land.topics.filter(({ id, verdict }) => !IN_TABLE.has(id) && verdict !== 'not-concerned');
    lands.push({ title: land.title, subtitle: `${land.kind} · ${ref.kind === 'site' ? ref.key : parcelsOfRef(ref).join(', ')}`, topics, map: await landMap(db, land.outline, { title: land.title, day, scale: null, least: LEAST_SCALE }, lang) });
  }
  const demonstration = told.some((land) => land.demonstration);
  return {
    lang, day, demonstration, lands, need: need && needSentence(need, null, lang), issuedAt: issuedAt.toISOString(), notices: noticesOf(demonstration, day, lang), url: `${publicUrl}${pathOf(asked)}lang=${lang}`,
    title: single ? lands[0]!.title : TEXTS[lang].several, subtitle: single ? lands[0]!.subtitle : lands.map(({ title }) => title).join(' · '),
    comparison: single ? null : comparisonOf(told, lang, need),
  };
}
