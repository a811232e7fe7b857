/** Vite plugin: counts the bytes of the first view as brotli and fails the build when they exceed the budget (docs/visual-language.md, PERFORMANCE). */
import type { Plugin, Rolldown } from 'vite';
import { brotli } from './compressed-twins.ts';
import { FIRST_VIEW } from './first-view.ts';

/** Bytes. The shell is the code that runs without the map; the first view is that and the map, its worker and the fonts. */
export const BUDGET = { shell: 90_000, firstView: 480_000 } as const;

export interface Sizes {
  readonly shell: number;
  readonly firstView: number;
  readonly files: readonly { readonly file: string; readonly bytes: number; readonly part: 'shell' | 'map' | 'font' }[];
}

/** The files that a first visit fetches, with their bytes on the wire (fonts are compressed already). */
export function measure(bundle: Rolldown.OutputBundle): Sizes {
  const content = (file: string) => {
    const output = bundle[file]!;
    return Buffer.from(output.type === 'chunk' ? output.code : output.source);
  };
  const shell = new Set<string>();
  const follow = (file: string): void => {
    const output = bundle[file];
    if (!output || shell.has(file)) return;
    shell.add(file);
    if (output.type !== 'chunk') return;
    for (const next of output.imports) follow(next);
    for (const style of (output as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata?.importedCss ?? []) shell.add(style);
  };
  for (const output of Object.values(bundle)) if (output.type === 'chunk' && output.isEntry) follow(output.fileName);
  const part = (file: string) => (FIRST_VIEW.fonts.test(file) ? 'font' : shell.has(file) || file.endsWith('index.html') ? 'shell' : 'map');
  const named = Object.keys(bundle).filter((file) => shell.has(file) || Object.values(FIRST_VIEW).some((pattern) => pattern.test(file)));
  const files = named.map((file) => ({ file, bytes: file.endsWith('.woff2') ? content(file).length : brotli(content(file)).length, part: part(file) } as const));
  const sum = (list: typeof files) => list.reduce((total, { bytes }) => total + bytes, 0);
  return { shell: sum(files.filter((one) => one.part === 'shell')), firstView: sum(files), files };
}

export function sizeBudget(): Plugin {
  return {
    name: 'msip-size-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const sizes = measure(bundle as unknown as Rolldown.OutputBundle);
      const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
      this.info(`first view ${kB(sizes.firstView)} of ${kB(BUDGET.firstView)}, shell ${kB(sizes.shell)} of ${kB(BUDGET.shell)} (brotli)`);
      if (sizes.files.filter(({ part }) => part === 'map').length < 2) this.error('the size budget does not find the map code: its file names changed');
      for (const name of ['shell', 'firstView'] as const) {
        if (sizes[name] > BUDGET[name]) this.error(`${name} is ${kB(sizes[name])}, over its budget of ${kB(BUDGET[name])}: ${sizes.files.map(({ file, bytes }) => `${file} ${kB(bytes)}`).join(', ')}`);
      }
    },
  };
}
