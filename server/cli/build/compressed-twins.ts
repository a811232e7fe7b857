/** Vite plugin: a brotli and a gzip twin beside every text file that is larger for being plain, so that the server compresses nothing. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

export const brotli = (content: Uint8Array): Buffer => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });

export function compressedTwins(): Plugin {
  let folder = '';
  return {
    name: 'msip-compressed-twins',
    apply: 'build',
    configResolved: (config) => void (folder = resolve(config.root, config.build.outDir)),
    closeBundle: async () => {
      const names = (await readdir(join(folder, 'assets'))).filter((name) => /\.(m?js|css|svg|json)$/.test(name)).map((name) => join('assets', name));
      for (const name of ['index.html', ...names]) {
        const content = await readFile(join(folder, name));
        if (content.length < 1000) continue;
        await Promise.all([writeFile(join(folder, `${name}.br`), brotli(content)), writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))]);
      }
    },
  };
}
