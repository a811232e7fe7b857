/** The three doors: who asks decides what is on and what comes first. They are not three applications. */
import type { Door } from '../url/parameters.ts';

/** Layers switched on behind each door, besides the base map. */
export const DOOR_LAYERS: Readonly<Record<Door, readonly string[]>> = {
  resident: ['zones', 'plans', 'parcels', 'river-parks', 'districts', 'city'],
  planner: ['zones', 'plans', 'parcels', 'cadastral-districts', 'districts', 'city'],
  investor: ['investment-sites', 'municipal-land', 'plans', 'parcels', 'districts', 'city'],
};
