/** `npm start`: builds the client when there is no build or its sources are newer, then serves. */
import { buildClientIfStale } from './build.ts';

await buildClientIfStale();
await import('../main.ts');
