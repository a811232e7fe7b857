/** `npm run docs`: writes the reference pages of docs/ from the catalogue and the contract; `--check` says which are not current. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiPage } from './docs/api-page.ts';
import { layersPage } from './docs/layers-page.ts';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));

/** The generated pages by file name. */
const PAGES: Readonly<Record<string, () => string>> = { 'layers.md': layersPage, 'api.md': apiPage };

function main(): void {
  const check = process.argv.includes('--check');
  for (const [name, page] of Object.entries(PAGES)) {
    const path = DOCS + name;
    const text = page();
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    if (check) {
      process.stderr.write(`docs/${name} is not current: run npm run docs\n`);
      process.exitCode = 1;
    } else {
      writeFileSync(path, text);
      process.stdout.write(`docs/${name} written\n`);
    }
  }
}

main();
