/** Which layers are on: the door decides until the reader does, and an address says all of it. */
import { describe, expect, it } from 'vitest';
import { DOOR_LAYERS } from '../../client/doors/doors.ts';
import { printLayers, visibleLayers, zoomsAway } from '../../client/layers/layer-state.ts';
import { findLayer, LAYERS } from '../../domain/layers/index.ts';

describe('visible layers', () => {
  it.each(['resident', 'planner', 'investor'] as const)('behind the door of a %s are layers that exist, over the whole base map', (door) => {
    const visible = visibleLayers({ door, layers: null });
    for (const id of DOOR_LAYERS[door]) expect(findLayer(id), id).toBeDefined();
    for (const { id, subject } of LAYERS) if (subject === 'base') expect(visible.has(id), id).toBe(true);
  });

  it('shows investors what is on offer, and residents what applies', () => {
    expect(visibleLayers({ door: 'investor', layers: null }).has('investment-sites')).toBe(true);
    expect(visibleLayers({ door: 'resident', layers: null }).has('zones')).toBe(true);
    expect(visibleLayers({ door: 'resident', layers: null }).has('municipal-land')).toBe(false);
  });

  it('is what the address says, a base layer switched off included', () => {
    const visible = visibleLayers({ door: 'resident', layers: ['municipal-land', '-streets'] });
    expect([...visible].filter((id) => findLayer(id)?.subject !== 'base')).toEqual(['municipal-land']);
    expect(visible.has('streets')).toBe(false);
    expect(visible.has('rivers')).toBe(true);
  });

  it('reads back what it writes', () => {
    const visible = new Set(['zones', 'parcels', 'water', 'streets']);
    expect([...visibleLayers({ door: 'planner', layers: printLayers(visible) })].sort()).toEqual([...visible].sort());
  });
});

describe('the hint of zoom', () => {
  it('tells whether to go nearer', () => {
    const parcels = findLayer('parcels')!;
    expect(zoomsAway(parcels, parcels.zooms.min - 2)).toBe(-2);
    expect(zoomsAway(parcels, parcels.zooms.min)).toBe(0);
  });
});
