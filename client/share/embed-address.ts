/** What a page is given to show this view in a frame (docs/embed.md). */
import { EMBED_PATH } from '../../domain/paths.ts';
import type { Selection } from '../selection/selection.ts';
import { parseUrl, printUrl, type UrlState } from '../url/parameters.ts';

const OBJECT_PARAMETER: Readonly<Record<string, string>> = { parcels: 'parcel', plans: 'plan' };

function objectQuery(selection: Selection): string[] {
  if (selection.kind !== 'one' || !('key' in selection.object)) return [];
  const { layer, key } = selection.object;
  const own = OBJECT_PARAMETER[layer];
  return [own ? `${own}=${encodeURIComponent(key)}` : `object=${encodeURIComponent(`${layer}:${key}`)}`];
}

/** The address of the frame: layers, theme and the open object of a view, in a language; without what belongs to the tools of the page. `hash` is the camera. */
export function embedAddress(origin: string, state: UrlState, lang: 'pl' | 'en', hash: string): string {
  const { door, layers, opacity, hidden, background, zones, filters, day, theme } = state;
  const [, query = ''] = printUrl({ ...parseUrl('/', ''), door, layers, opacity, hidden, background, zones, filters, day, lang, theme }).split('?');
  return `${origin}${EMBED_PATH}?${[query, ...objectQuery(state.selection)].filter(Boolean).join('&')}${hash}`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The code to be copied into a page. */
export const embedCode = (address: string, title: string): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="480" style="border: 0" loading="lazy" allow="fullscreen"></iframe>`;
