/** The first page draws the layers for true: a WebGL map, objects of every layer on it, many colours, names in Polish letters. */
import { inflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYERS } from '../../domain/layers/index.ts';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { idleMap, type MapWindow, openPage } from './page.ts';

let browser: Browser;
let page: Page;
const errors: string[] = [];

/** Colours of a PNG screenshot that cover at least 40 of its pixels (RGB or RGBA, 8 bits, as Chromium writes it). */
function coloursOf(png: Buffer): number {
  const [width, channels] = [png.readUInt32BE(16), png[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const counts = new Map<number, number>();
  let above: Buffer = Buffer.alloc(stride);
  for (let start = 0; start < raw.length; start += stride + 1) {
    const row = Buffer.from(raw.subarray(start + 1, start + 1 + stride));
    unfilter(raw[start]!, row, above, channels);
    for (let x = 0; x < stride; x += channels) {
      const colour = (row[x]! << 16) | (row[x + 1]! << 8) | row[x + 2]!;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    above = row;
  }
  return [...counts.values()].filter((count) => count >= 40).length;
}

/** Undoes a row filter of PNG in place (PNG specification §9). */
function unfilter(kind: number, row: Buffer, above: Buffer, step: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const [left, up, corner] = [at < step ? 0 : row[at - step]!, above[at]!, at < step ? 0 : above[at - step]!];
    const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    const paeth = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    row[at] = (row[at]! + [0, left, up, (left + up) >> 1, paeth][kind]!) & 255;
  }
}

/** Objects of a layer on the screen. */
const drawn = (id: string, on = page): Promise<number> => on.evaluate((layerId) => {
  const { map } = (globalThis as unknown as MapWindow).msip;
  const layers = map.getStyle().layers.filter(({ metadata }) => metadata?.['msip:layer'] === layerId).map(({ id: name }) => name);
  return map.queryRenderedFeatures({ layers }).length;
}, id);

beforeAll(async () => {
  browser = await sharedBrowser();
  page = await openPage(browser, `${(await testApp()).url}/#14/50.0617/19.9373`, errors, { viewport: { width: 1440, height: 900 }, reducedMotion: 'no-preference' });
});
afterAll(async () => { await closePages(browser); });

describe('the first page', () => {
  it('has a map drawn by WebGL 2', async () => {
    expect(await page.evaluate(() => document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')?.getContext('webgl2') !== null)).toBe(true);
  });

  it.each(['zones', 'plans', 'parcels', 'districts', 'streets', 'main-roads', 'rivers', 'green-areas'])('draws %s', async (id) => {
    expect(await drawn(id)).toBeGreaterThan(0);
  });

  it('draws investment sites, municipal land and river parks, switched on by the address', async () => {
    const offers = await openPage(browser, `${(await testApp()).url}/?layers=investment-sites,municipal-land,river-parks#13/50.03/20.02`, errors);
    for (const id of ['investment-sites', 'municipal-land', 'river-parks']) expect(await drawn(id, offers), id).toBeGreaterThan(0);
    expect(await drawn('zones', offers)).toBe(0);
    await offers.close();
  });

  it('shows many colours, not an empty sheet', async () => {
    expect(coloursOf(await page.screenshot())).toBeGreaterThan(25);
  });

  it('names the city in Polish letters, in the font of the page', async () => {
    expect(await page.evaluate(() => document.fonts.check('600 16px "Inter SemiBold"', 'Łąź'))).toBe(true);
    const names = await page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.queryRenderedFeatures({ layers: ['streets:label', 'districts:label', 'places:label'] }).map(({ properties }) => String(properties['name'])));
    expect(names.some((name) => /[ąćęłńóśźż]/i.test(name))).toBe(true);
  });

  it('says that demonstration data is demonstration data', async () => {
    await expect.poll(() => page.getByTestId('demonstration').textContent(), { timeout: 10_000 }).toBe('dane demonstracyjne');
  });

  it('keeps to the rules of its own security policy and throws nothing', () => {
    expect(errors).toEqual([]);
  });
});

describe('layers and legend', () => {
  it('lists every layer of the catalogue and switches the map with them', async () => {
    await page.getByTestId('open-layers').click();
    const switches = page.getByTestId('layers').getByRole('switch');
    await switches.first().waitFor();
    // And one for annotations of the office.
    expect(await switches.count()).toBe(LAYERS.length + 1);
    await switches.and(page.getByLabel('Przeznaczenie terenów (MPZP)')).click();
    await idleMap(page);
    expect(await drawn('zones')).toBe(0);
    expect(await drawn('parcels')).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('layers')).not.toContain('zones');
    await page.goBack();
    await expect.poll(() => drawn('zones'), { timeout: 15_000 }).toBeGreaterThan(0);
  });

  it('closes with Escape and gives the focus back to its button', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByTestId('layers').count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('open-layers');
  });
});

describe('a click', () => {
  it('lists what is at the place, opens it, and back leads to the list', async () => {
    await page.evaluate(() => (globalThis as unknown as MapWindow).msip.map.jumpTo({ zoom: 16.5 }));
    await idleMap(page);
    const spot = await page.evaluate(() => {
      const { map } = (globalThis as unknown as MapWindow).msip;
      for (let x = 520; x < 1280; x += 40) for (let y = 120; y < 780; y += 40) if (new Set(map.queryRenderedFeatures([x, y], { layers: ['parcels:fill', 'zones:fill'] }).map(({ sourceLayer }) => sourceLayer)).size === 2) return { x, y };
      return null;
    });
    expect(spot).not.toBeNull();
    await page.mouse.click(spot!.x, spot!.y);
    await page.waitForURL(/\/obiekty\//);
    const choices = page.locator('#panel li button');
    await choices.first().waitFor();
    expect(await choices.count()).toBeGreaterThanOrEqual(2);
    await choices.first().click();
    await page.waitForURL(/\/dzialka\/12610[2-5]_9\.\d{4}\./);
    await expect.poll(() => page.title(), { timeout: 10_000 }).toMatch(/^Działka /);
    await page.goBack();
    await page.waitForURL(/\/obiekty\//);
  });
});
