/** Headless Chromium that draws WebGL in software, so that a browser suite sees the real map. */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from './prerequisites.ts';

const FLAGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage',
];

/** Launches the browser; `extraFlags` for a special case (e.g. `--disable-gpu --disable-webgl`). Close it in afterAll. */
export async function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed here: npm test says how to add it, or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: [...FLAGS, ...extraFlags] });
}

let shared: Promise<Browser> | undefined;

/** The browser that all suites of a process use one after the other: its drawing programs are compiled once. Close your pages with `closePages`. */
export function sharedBrowser(): Promise<Browser> {
  return shared ??= launchBrowser();
}

/**
 * The same browser for suites that never look at the map's pixels: its pages hold the whole map (style, tiles, what is rendered where),
 * only the filling of pixels, which the processor would do, is left out. Close your pages with `closePages`.
 */
export async function unpaintedBrowser(): Promise<Browser> {
  const browser = await sharedBrowser();
  // newPage of the browser asks for its context here too.
  const newContext = async (...options: Parameters<Browser['newContext']>): Promise<BrowserContext> => {
    const context = await browser.newContext(...options);
    await context.addInitScript(() => {
      for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
        for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) if (name in prototype) Object.assign(prototype, { [name]: () => {} });
      }
    });
    return context;
  };
  return Object.create(browser, { newContext: { value: newContext } }) as Browser;
}

/** In afterAll: the pages of this suite, with what they stored. The browser ends with the process. */
export async function closePages(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}
