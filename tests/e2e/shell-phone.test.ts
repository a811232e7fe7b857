/** The panel of a phone is a sheet with three heights: dragged by touch, moved by keyboard. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { closePages, sharedBrowser } from '../support/browser.ts';
import { axeFaults } from './axe.ts';
import { openPage } from './page.ts';

const HEIGHT = 844;
let browser: Browser;
let page: Page;
let touch: CDPSession;

const grip = () => page.getByRole('slider', { name: 'Wysokość panelu' });
const step = async () => Number(await grip().getAttribute('aria-valuenow'));
const share = async () => (await page.locator('#panel').boundingBox())!.height / HEIGHT;
/** The sheet has come to rest at a share of the window's height. */
const restsAt = (wanted: number) => expect.poll(share, { timeout: 5_000 }).toBeCloseTo(wanted, 2);

/** One finger from the grip up (negative) or down, in steps as a hand does. */
async function drag(dy: number): Promise<void> {
  const box = (await grip().boundingBox())!;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let at = 1; at <= 8; at += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + (dy * at) / 8 }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

beforeAll(async () => {
  browser = await sharedBrowser();
  page = await openPage(browser, `${(await testApp()).url}/`, [], { viewport: { width: 390, height: HEIGHT }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  touch = await page.context().newCDPSession(page);
});
afterAll(async () => { await closePages(browser); });

describe('the sheet of a phone', () => {
  it('begins low, with the map free and the search box in reach', async () => {
    expect(await step()).toBe(0);
    expect(await share()).toBeLessThan(0.3);
    const search = (await page.getByRole('combobox').boundingBox())!;
    expect(search.y + search.height).toBeLessThanOrEqual(HEIGHT);
  });

  it('follows the finger and rests at the nearest of three heights', async () => {
    await drag(-HEIGHT * 0.25);
    await restsAt(0.46);
    expect(await step()).toBe(1);
    await drag(-HEIGHT * 0.4);
    await restsAt(0.94);
    expect(await step()).toBe(2);
    await drag(HEIGHT * 0.8);
    await restsAt(0.19);
    expect(await step()).toBe(0);
  });

  it('goes one height on at a tap', async () => {
    await grip().tap();
    await restsAt(0.46);
    expect(await step()).toBe(1);
    await drag(HEIGHT * 0.3);
    await restsAt(0.19);
  });

  it('is moved by the keyboard and says where it stands', async () => {
    await grip().focus();
    for (const [key, wanted] of [['ArrowUp', 'do połowy'], ['End', 'cały ekran'], ['ArrowDown', 'do połowy'], ['Home', 'zwinięty'], ['Enter', 'do połowy'], ['Escape', 'zwinięty']] as const) {
      await page.keyboard.press(key);
      expect(await grip().getAttribute('aria-valuetext'), key).toBe(wanted);
    }
  });

  it('rises by half when something is opened, and stays free of faults that axe finds', async () => {
    await page.goto(`${page.url().split('#')[0]}plan/plaszow-rybitwy`);
    await page.locator('#panel h2').first().waitFor();
    expect(await step()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
  });
});
