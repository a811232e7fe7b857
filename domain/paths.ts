/** Lasting addresses of objects in the map client; the words are Polish because the links are printed. */

/** Layers with a Polish word of their own in the path. */
export const PATH_WORDS: Readonly<Record<string, string>> = { dzialka: 'parcels', plan: 'plans', przeznaczenie: 'zones', teren: 'investment-sites', dzielnica: 'districts', adnotacja: 'annotations' };
/** The map that other sites show in a frame (docs/embed.md). */
export const EMBED_PATH = '/embed';

const WORD_OF: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(PATH_WORDS).map(([word, layer]) => [layer, word]));

/** Until November 2026 `/teren/` named zones of plans, whose keys hold a colon (`bronowice:MW.1`): such links lead to them for ever. */
const isOldZone = (word: string | undefined, key: string): boolean => word === 'teren' && key.includes(':');

/** The layer that a word of the path names with that key; undefined: none. */
export const layerOfWord = (word: string, key: string): string | undefined => (isOldZone(word, key) ? 'zones' : PATH_WORDS[word]);

/** `/dzialka/126104_9.0009.191/13`, `/obiekt/river-parks/drwinka`: the slash of a parcel number stays readable, everything else is escaped. */
export const objectPath = (layer: string, key: string): string => {
  const word = WORD_OF[layer];
  return `/${word === undefined || isOldZone(word, key) ? `obiekt/${layer}` : word}/${key.split('/').map(encodeURIComponent).join('/')}`;
};
