/** GET /styles/{light,dark,contrast}.json – the map's style for anybody's map – and the sprites its patterns stand in. */
import { Router } from 'express';
import { z } from 'zod';
import { LAYERS } from '../../../domain/layers/index.ts';
import { composeStyle } from '../../../domain/style/compose-style.ts';
import { PALETTE_IDS, PALETTES } from '../../../domain/style/palette.ts';
import type { Style } from '../../../domain/style/style-types.ts';
import type { Config } from '../../config.ts';
import { formatOf } from '../../http/negotiation.ts';
import { resource } from '../../http/resource.ts';
import { sendJson } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { makeSprite, patternsOf } from './sprite.ts';

const NoQuery = z.strictObject({});
const CACHE = 'public, max-age=3600';

/** The public style of a palette: the layers that are on at the start, absolute addresses. Sources are named by their TileJSON, which says whose data it is today. */
function publicStyle(id: (typeof PALETTE_IDS)[number], publicUrl: string): Style {
  const visible = new Set(LAYERS.filter((layer) => layer.visible).map((layer) => layer.id));
  const style = composeStyle({ layers: LAYERS, visible, palette: PALETTES[id], base: publicUrl });
  const sources = Object.fromEntries(Object.keys(style.sources).map((name) => [name, { type: 'vector', url: `${publicUrl}/tiles/${name}.json` }]));
  return { ...style, sources, sprite: `${publicUrl}/styles/sprites/${id}` };
}

/** Nothing here depends on the database: styles are composed once. */
export function stylesRoutes({ config }: { readonly config: Config }): Router {
  const router = Router();
  for (const id of PALETTE_IDS) {
    const style = publicStyle(id, config.publicUrl);
    const names = patternsOf(style);
    resource(router, `/styles/${id}.json`, {
      GET: (req, res) => {
        parseQuery(NoQuery, req);
        formatOf(req, { json: 'application/json' });
        return sendJson(req, res, style, { cacheControl: CACHE });
      },
    });
    for (const [suffix, ratio] of [['', 1], ['@2x', 2]] as const) {
      const sprite = makeSprite(names, ratio);
      resource(router, `/styles/sprites/${id}${suffix}.json`, { GET: (req, res) => (parseQuery(NoQuery, req), sendJson(req, res, sprite.index, { cacheControl: CACHE })) });
      resource(router, `/styles/sprites/${id}${suffix}.png`, {
        GET: (req, res) => {
          parseQuery(NoQuery, req);
          res.type('png').set('Cache-Control', CACHE).send(sprite.image);
        },
      });
    }
  }
  return router;
}
