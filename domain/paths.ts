/** Lasting addresses of objects in the map client; the words are Polish because the links are printed. */

/** Layers with a Polish word of their own in the path. */
export const PATH_WORDS: Readonly<Record<string, string>> = { dzialka: 'parcels', plan: 'plans', teren: 'zones', dzielnica: 'districts', adnotacja: 'annotations' };
/** The map that other sites show in a frame (docs/embed.md). */
export const EMBED_PATH = '/embed';

const WORD_OF: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(PATH_WORDS).map(([word, layer]) => [layer, word]));

/** `/dzialka/126104_9.0009.191/13`, `/obiekt/river-parks/drwinka`: the slash of a parcel number stays readable, everything else is escaped. */
export const objectPath = (layer: string, key: string): string =>
  `/${WORD_OF[layer] ?? `obiekt/${layer}`}/${key.split('/').map(encodeURIComponent).join('/')}`;
