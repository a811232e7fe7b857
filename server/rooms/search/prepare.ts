/** Brings search.document in line with the catalogue: a layer that is new, changed or gone is followed anew or no longer. */
import type { Database } from '../../db/database.ts';
import { loadAlone } from '../../db/load-alone.ts';
import { isFoundByWords, searchedLayers, sourceOf } from './searched-layers.ts';

/**
 * Makes every searched layer followed by triggers; afterwards any write keeps the search right. Costs one short query when nothing has
 * changed, else one reading of each changed layer. After an import into an empty database it is cheaper than before it.
 */
export async function prepareSearch(database: Pick<Database, 'db' | 'longTransaction'>): Promise<string[]> {
  const wanted = new Map(searchedLayers().filter(isFoundByWords).map((searched) => [searched.layer.id, { view: searched.layer.view, source: sourceOf(searched) }]));
  const changes = (followed: readonly { layer: string; source: string }[]) => {
    const known = new Map(followed.map(({ layer, source }) => [layer, source]));
    return {
      gone: [...known.keys()].filter((layer) => !wanted.has(layer)),
      changed: [...wanted].filter(([layer, { source }]) => known.get(layer) !== source),
    };
  };
  const FOLLOWED = 'SELECT layer, source FROM search.followed';
  const first = changes(await database.db.any<{ layer: string; source: string }>(FOLLOWED));
  if (first.gone.length === 0 && first.changed.length === 0) return [];
  // Another program at the same database may have done it meanwhile.
  return loadAlone(database, async (t) => {
    const { gone, changed } = changes(await t.any<{ layer: string; source: string }>(FOLLOWED));
    for (const layer of gone) await t.any('SELECT search.unfollow($1)', [layer]);
    for (const [layer, { view, source }] of changed) await t.any('SELECT search.follow($1, $2, $3)', [layer, view, source]);
    // The embedded database has no autovacuum that would put pending documents into the index and gather statistics.
    await t.any("SELECT gin_clean_pending_list('search.document_body')");
    await t.none('ANALYZE search.document, search.word');
    return [...gone, ...changed.map(([layer]) => layer)];
  });
}
