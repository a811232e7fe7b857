/** Vite plugin: the page names the map's code, its worker and the fonts, so that they are fetched at once and not one after the other. */
import type { Plugin } from 'vite';

/** What the first view fetches besides the entry and its styles. */
export const FIRST_VIEW = { map: /assets\/gl-.*\.js$/, mapStyle: /assets\/gl-.*\.css$/, worker: /assets\/maplibre-gl-worker-.*\.m?js$/, fonts: /assets\/inter-(latin|polish)-[^e].*\.woff2$/ } as const;

export function firstView(): Plugin {
  return {
    name: 'msip-first-view',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const named = (pattern: RegExp) => Object.keys(bundle).filter((file) => pattern.test(file)).map((file) => `/${file}`);
        const link = (attributes: Record<string, string | boolean>) => ({ tag: 'link', attrs: attributes, injectTo: 'head' as const });
        return [
          ...named(FIRST_VIEW.fonts).map((href) => link({ rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: true })),
          ...named(FIRST_VIEW.map).map((href) => link({ rel: 'modulepreload', href })),
          // A worker cannot be preloaded as such; as a module it is in the cache when MapLibre asks.
          ...named(FIRST_VIEW.worker).map((href) => link({ rel: 'modulepreload', href })),
        ];
      },
    },
  };
}
