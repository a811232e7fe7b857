/**
 * Prints, for everything people do with the map, the longest task of the main thread and the processor time it took, in headless Chromium.
 * In software GL a task also waits for the drawing process, which the processor time does not count. Needs a running server.
 */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';

const url = process.argv[2] ?? 'http://127.0.0.1:3000/';
const ROUNDS = Number(process.argv[3] ?? 3);

const idle = (page: Page) => page.waitForFunction(() => {
  const { map } = (globalThis as unknown as { msip: { map: { loaded(): boolean; isMoving(): boolean } } }).msip;
  return map.loaded() && !map.isMoving();
}, null, { polling: 50, timeout: 60_000 });

const box = (page: Page) => page.getByRole('combobox');

const ACTIONS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'pan by dragging': async (page) => {
    await page.mouse.move(1000, 500);
    await page.mouse.down();
    for (let step = 1; step <= 20; step += 1) await page.mouse.move(1000 - 18 * step, 500 - 9 * step);
    await page.mouse.up();
  },
  'zoom in by wheel': async (page) => { for (let step = 0; step < 8; step += 1) { await page.mouse.wheel(0, -240); await page.waitForTimeout(60); } },
  'hover over parcels': async (page) => { for (let step = 0; step < 30; step += 1) await page.mouse.move(700 + 15 * step, 300 + 10 * step); },
  'click an object': async (page) => {
    await page.mouse.click(900, 450);
    await page.waitForTimeout(800);
  },
  'type in the search': async (page) => {
    await box(page).click();
    await box(page).pressSequentially('wielicka 12', { delay: 60 });
    await page.waitForTimeout(400);
    await box(page).press('Escape');
    await box(page).press('Escape');
  },
  'open a found parcel': async (page) => {
    await box(page).fill('P-9 580/4');
    await page.waitForTimeout(500);
    await box(page).press('Enter');
  },
  'open layers, switch three': async (page) => {
    await page.getByTestId('open-layers').click();
    for (let at = 0; at < 3; at += 1) await page.getByRole('switch').nth(at).click();
  },
  'zones by pattern': async (page) => { await page.getByLabel('wzorem z symbolem').click(); },
  'turn dark': async (page) => { await page.emulateMedia({ colorScheme: 'dark' }); },
  'measure three points': async (page) => {
    await page.getByRole('button', { name: 'Zmierz i narysuj' }).click();
    await page.getByTestId('measure').waitFor();
    for (const [x, y] of [[600, 300], [700, 420], [640, 560]] as const) {
      await page.mouse.click(x, y);
      await page.waitForTimeout(400);
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  },
  'home': async (page) => { await page.getByRole('button', { name: 'Pokaż całe miasto' }).click(); },
};

const results = new Map<string, { longest: number; cpu: number }[]>();
for (let round = 0; round < ROUNDS; round += 1) {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'pl-PL' });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cpu = async (): Promise<number> => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  await page.addInitScript(() => {
    const tasks = { longest: 0 };
    Object.assign(globalThis, { benchTasks: tasks });
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => { tasks.longest = Math.max(tasks.longest, duration); })).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${url}#14/50.0617/19.9373`);
  await page.waitForSelector('[data-map-status="ready"]');
  await idle(page);
  // A look at the map before the first act, in which it does what it keeps for idle moments.
  await page.waitForTimeout(1_500);
  for (const [name, act] of Object.entries(ACTIONS)) {
    await page.evaluate(() => { (globalThis as unknown as { benchTasks: { longest: number } }).benchTasks.longest = 0; });
    const before = await cpu();
    await act(page);
    await idle(page);
    await page.waitForTimeout(300);
    const longest = await page.evaluate(() => (globalThis as unknown as { benchTasks: { longest: number } }).benchTasks.longest);
    results.set(name, [...(results.get(name) ?? []), { longest, cpu: (await cpu()) - before }]);
  }
  await browser.close();
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
console.log(`${url}, ${ROUNDS} rounds at 1440×900, medians; the longest task of the main thread, 0: none over 50 ms`);
for (const [name, all] of results) {
  console.log(`${name.padEnd(28)} longest ${median(all.map(({ longest }) => longest)).toFixed(0).padStart(5)} ms   (to ${Math.max(...all.map(({ longest }) => longest)).toFixed(0)})   processor ${median(all.map((one) => one.cpu)).toFixed(0).padStart(5)} ms`);
}
