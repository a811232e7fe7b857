/** Opens a page of the client in a browser and waits until its map is drawn. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What the client leaves on the window for scripts: its map. */
export interface MapWindow {
  readonly msip: {
    readonly map: {
      loaded(): boolean;
      isMoving(): boolean;
      once(event: string, listener: () => void): void;
      jumpTo(camera: { zoom?: number; center?: [number, number] }): void;
      triggerRepaint(): void;
      getLayer(id: string): unknown;
      /** Pixels of a longitude, latitude. */
      project(at: [number, number]): { x: number; y: number };
      getStyle(): { layers: { id: string; metadata?: Record<string, unknown> }[] };
      queryRenderedFeatures(...query: unknown[]): { sourceLayer?: string; properties: Record<string, unknown> }[];
    };
  };
}

/** A desk that is large enough for panel, map and sheet beside each other; every pixel more is drawn by the processor. */
export const DESK = { width: 1100, height: 720 };

/** Resolves when the map has drawn everything it was asked for. */
export async function idleMap(page: Page): Promise<void> {
  await page.waitForSelector('[data-map-status="ready"]', { timeout: 45_000 });
  // What a click has asked for is in the style after the page has drawn once more.
  await page.evaluate(() => new Promise<void>((resolve) => { requestAnimationFrame(() => { setTimeout(resolve, 30); }); }));
  await page.evaluate(() => new Promise<void>((resolve) => {
    const { map } = (globalThis as unknown as MapWindow).msip;
    map.once('idle', resolve);
    map.triggerRepaint();
  }));
}

/** A page at `url` with its map drawn, without flights unless `options` want motion; what the page reports as errors is collected in `errors`. */
export async function openPage(browser: Browser, url: string, errors: string[] = [], options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: DESK, locale: 'pl-PL', reducedMotion: 'reduce', ...options });
  page.on('pageerror', (error) => errors.push(error.message));
  // The door may say 503 on a machine that runs other suites beside; what is shown then is tested by name.
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('status of 503')) errors.push(message.text()); });
  await page.goto(url);
  await idleMap(page);
  return page;
}

/** From the next navigation on the browser draws no map. */
export const withoutWebgl = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const getContext = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function without(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
    return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
  } as typeof HTMLCanvasElement.prototype.getContext;
});
