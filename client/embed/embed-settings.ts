/** What the address of an embedded map says beside the parameters of every page: camera, object, controls. */
import type { NamedObject } from './messages.ts';

export interface EmbedSettings {
  /** `#zoom/latitude/longitude` for the map; null: the whole city, or the object. */
  readonly camera: string | null;
  readonly object: NamedObject | null;
  readonly controls: boolean;
}

const CENTER = /^(\d{2}(?:\.\d{1,12})?),(\d{2}(?:\.\d{1,12})?)$/;
const ZOOM = /^\d{1,2}(?:\.\d{1,6})?$/;
const LAYER_AND_KEY = /^([a-z][a-z0-9-]{0,49}):(.{1,200})$/s;

/** `parcel=126105_9.0001.580/4`, `plan=bronowice`, or `object=river-parks:wilga`. */
function objectOf(query: URLSearchParams): NamedObject | null {
  const [parcel, plan] = [query.get('parcel')?.slice(0, 200), query.get('plan')?.slice(0, 200)];
  if (parcel) return { layer: 'parcels', key: parcel };
  if (plan) return { layer: 'plans', key: plan };
  const [, layer, key] = LAYER_AND_KEY.exec(query.get('object') ?? '') ?? [];
  return layer && key ? { layer, key } : null;
}

/** Anything unreadable counts as absent. A camera in the hash goes before `center` and `zoom`. */
export function readSettings(search: string, hash: string): EmbedSettings {
  const query = new URLSearchParams(search);
  const center = CENTER.exec(query.get('center') ?? '');
  const zoom = query.get('zoom') ?? '';
  const given = /^#[\d.]+\/[\d.]+\/[\d.]+/.test(hash) ? hash : null;
  return {
    camera: given ?? (center ? `#${ZOOM.test(zoom) ? zoom : '15'}/${center[1]}/${center[2]}` : null),
    object: objectOf(query), controls: query.get('controls') !== '0',
  };
}
