/** Headless Chromium that draws WebGL in software, so that a browser suite sees the real map. */
import { type Browser, chromium } from 'playwright-core';
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
