/** Builds the client into dist/client: hashed files with compressed twins, everything of the first view named in the page, sizes held to their budget. */
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { compressedTwins } from './server/cli/build/compressed-twins.ts';
import { firstView } from './server/cli/build/first-view.ts';
import { sizeBudget } from './server/cli/build/size-budget.ts';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
const forwarded = ['/api', '/tiles', '/styles', '/tekst', '/verify', '^/l/', '/healthz', '/readyz'];

const config: UserConfig = defineConfig({
  plugins: [react(), firstView(), sizeBudget(), compressedTwins()],
  // Preact speaks React's interface at 9 kB instead of 58: without it the budget of the first view cannot be kept (docs/adr).
  resolve: { alias: [
    { find: /^react-dom\/client$/, replacement: 'preact/compat/client' }, { find: /^react-dom$/, replacement: 'preact/compat' },
    { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' }, { find: /^react$/, replacement: 'preact/compat' },
  ] },
  build: {
    outDir: 'dist/client', emptyOutDir: true, target: 'es2023', manifest: true, chunkSizeWarningLimit: 1200, assetsInlineLimit: 0, modulePreload: { polyfill: false },
    // What the page begins with is one file: one dictionary to compress against and one request, where shared parts would make eighteen of each.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'] }] } } },
  },
  server: { port: 5173, proxy: Object.fromEntries(forwarded.map((path) => [path, server])) },
});
export default config;
