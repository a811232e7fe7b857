/** A QR code holds what it should, and a link that fits into none is told. */
import { describe, expect, it } from 'vitest';
import { printSvg, qrModules } from '../../client/ui/qr.ts';

const LINK = 'https://msip.example/?layers=zones,plans&measure=line:19.93,50.06,19.95,50.06#15/50.06/19.93';

describe('a QR code', () => {
  it('has the three finders of the standard in its corners', () => {
    const { size, path } = qrModules(LINK)!;
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, run]) => Array.from({ length: Number(run) }, (_, at) => `${Number(x) + at},${y}`)));
    expect((size - 17) % 4).toBe(0);
    for (const [x, y] of [[0, 0], [size - 7, 0], [0, size - 7]] as const) {
      const rows = Array.from({ length: 7 }, (_, dy) => Array.from({ length: 7 }, (_unused, dx) => (dark.has(`${x + dx},${y + dy}`) ? '#' : '.')).join(''));
      expect(rows).toEqual(['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']);
    }
  });

  it('grows with its text, and a text that fits into none is told', () => {
    expect(qrModules(LINK.repeat(10))!.size).toBeGreaterThan(qrModules(LINK)!.size);
    expect(qrModules('x'.repeat(3000))).toBeNull();
  });

  it('is a file with a quiet zone of four modules', () => {
    const modules = qrModules(LINK)!;
    expect(printSvg(modules)).toContain(`viewBox="-4 -4 ${modules.size + 8} ${modules.size + 8}"`);
  });
});
