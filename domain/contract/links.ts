/** A short link: a code that stands for a path with query and hash within this site. */
import { z } from 'zod';

export const MAX_TARGET_LENGTH = 8_000;

export const ShortLinkRequest = z.strictObject({
  target: z.string().min(1).max(MAX_TARGET_LENGTH)
    .describe('Path, query and hash within this site, e.g. /dzialka/126105_9.0001.580/4?layers=zones#17/50.06/19.94; a whole address of this site is cut to its path'),
});
export type ShortLinkRequest = z.infer<typeof ShortLinkRequest>;

export const ShortLink = z.strictObject({
  code: z.string().describe('Seven characters or more, without look-alikes (0, O, o, 1, l, I); the same target has the same code'),
  url: z.url().describe('The short address: 302 to the target'),
});
export type ShortLink = z.infer<typeof ShortLink>;
