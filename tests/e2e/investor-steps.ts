/** Steps of somebody who has no pointer: Tab to what is wanted, and never a lost focus; and axe in light and in the dark. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFaults } from './axe.ts';

/** What has the focus, in words for a failure. */
export const focusWords = (page: Page): Promise<string> => page.evaluate(() => {
  const { activeElement: at } = document;
  return `<${at?.tagName.toLowerCase() ?? 'nothing'}> “${(at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim().slice(0, 80)}”`;
});

/** Presses Tab, or Shift+Tab where the way is back, until `target` has the focus. */
export async function tabTo(page: Page, target: Locator, limit = 160): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses <= limit; presses += 1) {
    const way = await target.evaluate((element) => {
      const { activeElement: at } = document;
      if (at === element) return null;
      return at !== null && at !== document.body && (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 ? 'Shift+Tab' : 'Tab';
    });
    if (way === null) return;
    await page.keyboard.press(way);
  }
  throw new Error(`${limit} times Tab do not reach ${String(target)}; the focus is on ${await focusWords(page)}`);
}

/** Presses Tab until one of `targets` has the focus, which may come and go on the way. */
export async function tabToAny(page: Page, targets: Locator, limit = 20): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if (await targets.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
  }
  throw new Error(`${limit} times Tab do not reach ${String(targets)}; the focus is on ${await focusWords(page)}`);
}

/** The focus is on something, and on something that is seen. */
export const keepsFocus = (page: Page): Promise<void> => expect.poll(() => page.evaluate(() => {
  const { activeElement: at } = document;
  return at !== null && at !== document.body && at.getClientRects().length > 0 ? 'kept' : 'lost';
}), { message: 'the focus after what was pressed' }).toBe('kept');

/** Tabs to `target` and presses a key on it; whoever pressed it is not left without a place. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
  await keepsFocus(page);
}

/** Types into a field in place of what it holds. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** axe, and nothing over the edge, in light and in the dark. */
export async function restsWell(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme);
    expect([colorScheme, await axeFaults(page)]).toEqual([colorScheme, []]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}
