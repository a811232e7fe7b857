/** Answers one text: reads it as words and as a parcel number, corrects it when nothing is found, and mixes the kinds fairly. */
import type { Language } from '../../../domain/contract/layer-schema.ts';
import type { SearchAnswer, SearchKind, SearchResult } from '../../../domain/contract/search.ts';
import { REGISTRATION_UNITS } from '../../../domain/geo/parcel-identifier.ts';
import { type ParcelQuery, parseParcelQuery, printParcelQuery } from '../../../domain/geo/parcel-query.ts';
import { findLayer } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import type { Db } from '../../db/database.ts';
import { KINDS } from './kinds.ts';
import { EXACT, mixKinds, type Ranked, rank } from './ranking.ts';
import { presentResult } from './search.present.ts';
import { type QueryText, readQueryText, replaceWords } from './query-text.ts';
import { documentsWith, type Match, type Near, parcelsWith, showObjects, wordsLike } from './search.repository.ts';
import { searchedLayers } from './searched-layers.ts';
import { corrections } from './spelling.ts';

const SEARCHED = searchedLayers();
const KIND_OF = new Map(SEARCHED.map(({ layer, kind }) => [layer.id, kind]));
const layersOf = (belongs: (kind: SearchKind) => boolean): string[] => SEARCHED.filter(({ kind }) => belongs(kind)).map(({ layer }) => layer.id);
const PARCEL_LAYERS = layersOf((kind) => kind === 'parcel');
const CADASTRAL_DISTRICT_LAYERS = layersOf((kind) => kind === 'cadastral-district');
/** One letter begins every second address; it is answered from the kinds that matter, so that the first key pressed costs no more than the next. */
const OF_ONE_LETTER = layersOf((kind) => kind !== 'parcel' && KINDS[kind].weight >= 0.7);

/** At most `limit` results for a text of at most 100 characters; what they are is said in `language`. */
export async function search(db: Db, text: string, near: Near, limit: number, language: Language = 'pl'): Promise<SearchAnswer> {
  const parcel = parseParcelQuery(text);
  const words = readQueryText(text);
  const parcels = parcel ? (await Promise.all(PARCEL_LAYERS.map((layer) => parcelsWith(db, layer, parcel, near, limit)))).flat() : [];
  const documents = words ? await documentsWith(db, words, near, limit, words.words.join('').length === 1 ? OF_ONE_LETTER : undefined) : [];
  // Of a parcel that is not there its cadastral district is the next best.
  const cadastralDistricts = parcel && parcels.every(({ tier }) => tier < EXACT) ? await cadastralDistrict(db, parcel, near) : [];
  let found = [...rankAll([...parcels, ...documents], false), ...rankAll(cadastralDistricts, parcel?.number !== null)];
  let used = words;
  if (found.length === 0 && words && !parcel) {
    for (const corrected of await correct(db, words)) {
      used = corrected;
      found = rankAll(await documentsWith(db, corrected, near, limit), true);
      if (found.length > 0) break;
    }
  }
  const chosen = mixKinds(found, limit);
  const results = await present(db, chosen, used, parcel?.number ?? null, language);
  return { query: text, understoodAs: parcel ? printParcelQuery(parcel) : null, results };
}

const rankAll = (matches: readonly Match[], approximate: boolean): Ranked[] => matches.flatMap((match) => {
  const kind = KIND_OF.get(match.layer);
  return kind ? [rank(match, kind, approximate)] : [];
});

/** Cadastral districts are called "P-9"; however the district was written, it is looked for by that name. */
async function cadastralDistrict(db: Db, { unitId, district }: ParcelQuery, near: Near): Promise<Match[]> {
  const unit = REGISTRATION_UNITS.find(({ id }) => id === unitId);
  const name = unit && district !== null ? readQueryText(`${unit.letter}-${district}`) : null;
  if (!name) return [];
  return (await documentsWith(db, name, near, 1, CADASTRAL_DISTRICT_LAYERS)).filter(({ tier }) => tier === EXACT);
}

/** How many meanings of a mistyped text are tried. */
const GUESSES = 3;

/** "wielicka12": the space before the number was left out. */
const JOINED = /^([a-z]{3,})(\d.*)$/;

/**
 * The text as it may have been meant, the likeliest first: each word that is not the beginning of a known word is replaced by a known one
 * near to it; last, the text without its numbers ("Wielicka 999" finds the street). Three letters are too few to guess from without another word.
 */
async function correct(db: Db, text: QueryText): Promise<QueryText[]> {
  const meant = new Map<string, string[]>();
  const leastLetters = text.words.length > 1 ? 3 : 4;
  for (const word of text.words) {
    if (JOINED.test(word)) meant.set(word, [word.replace(JOINED, '$1 $2')]);
    if (!/^[a-z]+$/.test(word) || word.length < leastLetters) continue;
    const known = await wordsLike(db, word);
    if (known.some((candidate) => candidate.startsWith(word))) continue;
    const candidates = corrections(word, known);
    if (candidates.length > 0) meant.set(word, candidates);
  }
  const guesses = meant.size === 0 ? [] : Array.from({ length: Math.min(GUESSES, Math.max(...[...meant.values()].map(({ length }) => length))) }, (_, guess) =>
    new Map([...meant].map(([word, candidates]) => [word, candidates[guess] ?? candidates[0]!])));
  const withoutNumbers = new Map<string, string | null>([...(guesses[0] ?? []), ...text.words.filter((word) => /\d/.test(word)).map((word) => [word, JOINED.exec(word)?.[1] ?? null] as const)]);
  return [...guesses, ...(text.words.some((word) => /\d/.test(word)) ? [withoutNumbers] : [])].flatMap((replacement) => replaceWords(text, replacement) ?? []);
}

/** The chosen matches in their order, as they are shown; an object deleted in between is left out. */
async function present(db: Db, chosen: readonly Ranked[], words: QueryText | null, number: string | null, language: Language): Promise<SearchResult[]> {
  const ids = new Map<Layer, number[]>();
  for (const { match } of chosen) {
    const layer = findLayer(match.layer)!;
    ids.set(layer, [...(ids.get(layer) ?? []), match.id]);
  }
  const shown = new Map((await showObjects(db, ids)).map((object) => [`${object.layer}:${object.id}`, object]));
  return chosen.flatMap((ranked) => {
    const object = shown.get(`${ranked.match.layer}:${ranked.match.id}`);
    if (!object) return [];
    const typed = ranked.kind !== 'parcel' ? (words?.words ?? []) : number === null ? [] : [number];
    return [presentResult(ranked, findLayer(object.layer)!, object, typed, language)];
  });
}
