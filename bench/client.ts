/**
 * Prints what the first view costs in headless Chromium: bytes on the wire by kind, work that no load of the machine changes (tiles, layers,
 * drawing programs compiled, processor time of the page), and the time until the map is drawn. Needs a running server.
 */
import { launchBrowser } from '../tests/support/browser.ts';

const url = process.argv[2] ?? 'http://127.0.0.1:3000/';
const ROUNDS = Number(process.argv[3] ?? 5);

interface Round {
  readonly bytes: Readonly<Record<string, number>>;
  /** Milliseconds from navigation. */
  readonly shellMs: number;
  readonly mapMs: number;
  readonly idleMs: number;
  /** The longest task of the main thread. */
  readonly longestTaskMs: number;
  readonly tiles: number;
  readonly styleLayers: number;
  /** WebGL programs: each is compiled once, and compiling is what the first view waits for. */
  readonly programs: number;
  /** Processor time of the main thread's tasks. */
  readonly taskMs: number;
}

const kindOf = (address: string): string =>
  address.includes('/tiles/') ? 'tiles' : address.includes('/api/') ? 'api' : address.endsWith('.woff2') ? 'fonts' : /worker|gl-/.test(address) ? 'map code' : 'shell';

async function round(): Promise<Round> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const bytes: Record<string, number> = {};
    let tiles = 0;
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    // Requests of the map's worker are told here too.
    page.on('requestfinished', async (request) => {
      if (kindOf(request.url()) === 'tiles') tiles += 1;
      const sizes = await request.sizes().catch(() => null);
      if (sizes) bytes[kindOf(request.url())] = (bytes[kindOf(request.url())] ?? 0) + sizes.responseBodySize + sizes.responseHeadersSize;
    });
    await page.addInitScript(() => {
      const tasks = { longest: 0 };
      Object.assign(globalThis, { benchTasks: tasks });
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => { tasks.longest = Math.max(tasks.longest, duration); })).observe({ type: 'longtask', buffered: true });
    });
    const started = Date.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForSelector('#panel');
    const shellMs = Date.now() - started;
    await page.waitForSelector('[data-map-status="ready"]');
    const mapMs = Date.now() - started;
    await page.waitForFunction(() => (globalThis as unknown as { msip: { map: { loaded(): boolean } } }).msip.map.loaded(), null, { polling: 50, timeout: 60_000 });
    const idleMs = Date.now() - started;
    const longestTaskMs = await page.evaluate(() => (globalThis as unknown as { benchTasks: { longest: number } }).benchTasks.longest);
    const { metrics } = await session.send('Performance.getMetrics');
    const taskMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    const work = await page.evaluate(() => {
      const { map } = (globalThis as unknown as { msip: { map: { getStyle(): { layers: unknown[] }; painter: { programCache: { programs: object } } } } }).msip;
      return { styleLayers: map.getStyle().layers.length, programs: Object.keys(map.painter.programCache.programs).length };
    });
    return { bytes, shellMs, mapMs, idleMs, longestTaskMs, taskMs, tiles, ...work };
  } finally {
    await browser.close();
  }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const rounds: Round[] = [];
for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round());
const kinds = [...new Set(rounds.flatMap(({ bytes }) => Object.keys(bytes)))].sort();
console.log(`${url}, ${ROUNDS} cold visits at 1440×900, medians`);
for (const kind of kinds) console.log(`${kind.padEnd(12)}${(median(rounds.map(({ bytes }) => bytes[kind] ?? 0)) / 1000).toFixed(1).padStart(9)} kB`);
for (const [name, pick] of [['tiles', 'tiles'], ['style layers', 'styleLayers'], ['programs', 'programs']] as const) console.log(`${name.padEnd(14)}${median(rounds.map((one) => one[pick])).toFixed(0).padStart(7)}`);
for (const [name, pick] of [['shell stands', 'shellMs'], ['map opened', 'mapMs'], ['map drawn', 'idleMs'], ['longest task', 'longestTaskMs'], ['main thread', 'taskMs']] as const) {
  const values = rounds.map((one) => one[pick]);
  console.log(`${name.padEnd(14)}${median(values).toFixed(0).padStart(7)} ms   (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`);
}
