/** Without a map, the camera of the address still says what the reader looks at. */
import { describe, expect, it } from 'vitest';
import { boxOfHash } from '../../client/map/view-box.ts';

describe('the view of an address', () => {
  it('lies about its centre and halves with every zoom', () => {
    const window = { width: 1024, height: 512 };
    const [west, south, east, north] = boxOfHash('#14/50.06/19.94', window)!;
    expect((west + east) / 2).toBeCloseTo(19.94, 9);
    expect((south + north) / 2).toBeCloseTo(50.06, 9);
    const nearer = boxOfHash('#15/50.06/19.94', window)!;
    expect((east - west) / (nearer[2] - nearer[0])).toBeCloseTo(2, 9);
    // 360° are 512 px at zoom 0: 1024 px at zoom 14 are 720/2^14 degrees.
    expect(east - west).toBeCloseTo(720 / 2 ** 14, 9);
  });

  it.each(['', '#search', '#14/x/19', '#14/95/19', '#14/50'])('of %j is unknown', (hash) => {
    expect(boxOfHash(hash, { width: 1000, height: 800 })).toBeNull();
  });
});
