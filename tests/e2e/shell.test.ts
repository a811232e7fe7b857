/** The controls of the map do what they say, are reached by keyboard and announced; large text and narrow windows lose nothing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY_BBOX } from '../../domain/geo/krakow.ts';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { idleMap, openPage } from './page.ts';

interface Gl {
  readonly msip: { readonly map: {
    dragRotate: { isEnabled(): boolean }; keyboard: { _rotationDisabled?: boolean }; getBearing(): number; setBearing(degrees: number): void; getZoom(): number;
    getCenter(): { lng: number; lat: number }; getBounds(): { toArray(): [[number, number], [number, number]] }; isMoving(): boolean;
  } };
}

let browser: Browser;
let page: Page;
let base: string;
const errors: string[] = [];

const button = (name: string) => page.getByRole('button', { name, exact: true });
const said = () => page.getByTestId('status-region').textContent();
const settled = () => expect.poll(() => page.evaluate(() => (globalThis as unknown as Gl).msip.map.isMoving()), { timeout: 15_000 }).toBe(false);
/** Presses a control by keyboard alone. */
async function press(name: string): Promise<void> {
  await button(name).focus();
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  browser = await sharedBrowser();
  base = (await testApp()).url;
  page = await openPage(browser, base, errors, { geolocation: { longitude: 19.9373, latitude: 50.0617, accuracy: 30 }, permissions: ['geolocation'], reducedMotion: 'reduce' });
});
afterAll(async () => { await closePages(browser); });

describe('the controls', () => {
  const inView = () => page.evaluate(() => (globalThis as unknown as Gl).msip.map.getBounds().toArray());

  it('begin with the whole city, and home leads back to it', async () => {
    const whole = async () => {
      const [[west, south], [east, north]] = await inView();
      return west < CITY_BBOX[0] && south < CITY_BBOX[1] && east > CITY_BBOX[2] && north > CITY_BBOX[3];
    };
    expect(await whole()).toBe(true);
    const zoom = await page.evaluate(() => (globalThis as unknown as Gl).msip.map.getZoom());
    await press('Przybliż');
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as Gl).msip.map.getZoom())).toBeCloseTo(zoom + 1, 3);
    await press('Pokaż całe miasto');
    await settled();
    expect(await whole()).toBe(true);
    expect(await said()).toContain('całe miasto');
  });

  it('leave rotation off until it is asked for, and turn north up again', async () => {
    const rotates = () => page.evaluate(() => (globalThis as unknown as Gl).msip.map.dragRotate.isEnabled());
    expect([await rotates(), await button('Obracanie mapy').getAttribute('aria-pressed')]).toEqual([false, 'false']);
    await press('Obracanie mapy');
    expect([await rotates(), await button('Obracanie mapy').getAttribute('aria-pressed')]).toEqual([true, 'true']);
    await page.evaluate(() => (globalThis as unknown as Gl).msip.map.setBearing(40));
    await press('Obracanie mapy');
    await settled();
    expect([await rotates(), await page.evaluate(() => (globalThis as unknown as Gl).msip.map.getBearing())]).toEqual([false, 0]);
  });

  it('show where the reader is, and say so', async () => {
    await press('Pokaż, gdzie jestem');
    await expect.poll(said, { timeout: 15_000 }).toContain('Pokazuję Twoje położenie');
    await settled();
    const [[west, south], [east, north]] = await inView();
    expect(west < 19.9373 && 19.9373 < east && south < 50.0617 && 50.0617 < north && east - west < 0.1).toBe(true);
  });

  it('say so when the reader is not in Kraków, and stay', async () => {
    await page.context().setGeolocation({ longitude: 21.01, latitude: 52.23 });
    const before = await inView();
    await press('Pokaż, gdzie jestem');
    await expect.poll(said, { timeout: 15_000 }).toContain('poza Krakowem');
    expect(await inView()).toEqual(before);
  });

  it('fill the screen and give it back', async () => {
    await press('Pełny ekran');
    await expect.poll(() => button('Pełny ekran').getAttribute('aria-pressed'), { timeout: 10_000 }).toBe('true');
    await press('Pełny ekran');
    await expect.poll(() => button('Pełny ekran').getAttribute('aria-pressed'), { timeout: 10_000 }).toBe('false');
    expect(errors).toEqual([]);
  });
});

describe('nothing is lost', () => {
  /** Buttons, inputs and links that can be seen but not wholly reached within the window, or that hold text cut off. */
  const lost = (on: Page) => on.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, input, [role=slider], h2, footer')].filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || getComputedStyle(element).visibility === 'hidden') return false;
    return box.left < -1 || box.right > innerWidth + 1 || (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1);
  }).map((element) => element.outerHTML.slice(0, 120)));

  it.each([['320 px wide', 320, 640, '100%'], ['1280 px wide with text of 200 %', 1280, 800, '200%'], ['320 px wide with text of 150 %', 320, 640, '150%']])('at %s', async (_what, width, height, size) => {
    const narrow = await browser.newPage({ viewport: { width, height }, locale: 'pl-PL' });
    await narrow.goto(`${base}/#13/50.0617/19.9373`);
    await narrow.evaluate((text) => { document.documentElement.style.fontSize = text; }, size);
    await idleMap(narrow);
    const scrolls = () => narrow.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect([await scrolls(), await lost(narrow)]).toEqual([false, []]);
    await narrow.getByTestId('open-layers').click();
    await narrow.getByTestId('layers').getByRole('switch').first().waitFor();
    expect([await scrolls(), await lost(narrow)]).toEqual([false, []]);
    await narrow.screenshot({ path: `tests/.output/lost-${width}-${size.replace('%', '')}.png` });
    await narrow.close();
  });
});
