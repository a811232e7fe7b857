/** The legend of a printed map: what is on the picture, within the lines there are. */
import { describe, expect, it } from 'vitest';
import { legendOf } from '../../client/print/legend.ts';
import { PALETTES } from '../../domain/style/palette.ts';

const DRAWN = new Map<string, readonly Record<string, unknown>[]>([
  ['parcels', [{}]], ['zones', [{ zone_class: 'MN' }, { zone_class: 'MW' }, { zone_class: 'ZP' }]], ['railways', [{}]], ['streets', [{ kind: 'local' }]],
]);
const legend = (room: number) => legendOf(DRAWN, PALETTES.light, 'colour', room);

describe('the printed legend', () => {
  it('gives a heading only to a layer with several classes on the picture', () => {
    expect(legend(30).groups.filter(({ headed }) => headed).map(({ layer }) => layer.id)).toEqual(['zones']);
    expect(legend(30).left).toBe(0);
  });

  it('keeps the heading of a layer of which only one class fits, and never has more lines than there are', () => {
    for (let room = 0; room < 9; room++) {
      const { groups, left } = legend(room);
      expect(groups.reduce((sum, { classes, headed }) => sum + classes.length + Number(headed), 0), String(room)).toBeLessThanOrEqual(room);
      expect(groups.reduce((sum, { classes }) => sum + classes.length, left), String(room)).toBe(6);
      for (const { layer, headed } of groups) expect(headed, layer.id).toBe(layer.id === 'zones');
    }
  });
});
