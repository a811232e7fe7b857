/**
 * How long the checks of a draft take: `npx tsx bench/checks.ts`, on the database of DATABASE_URL or DATA_DIR (with demonstration data). The plan with
 * most zones is taken as a draft – as it stands, and with every tenth zone moved by three metres – inside a transaction that is rolled back.
 */
import { readConfig } from '../server/config.ts';
import type { Transaction } from '../server/db/database.ts';
import { openDatabase } from '../server/db/open.ts';
import { checkDraft } from '../server/rooms/procedures/checks.ts';
import { cpuMs, report } from './measure.ts';

const ROUNDS = 30;
class Done extends Error {}
const database = await openDatabase(readConfig(process.env));
console.log(database.kind);

async function measure(t: Transaction, name: string): Promise<void> {
  const times: number[] = [];
  let cpu = 0;
  let found = await checkDraft(t, 'bench', 1);
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    if (round === 3) cpu = cpuMs();
    const start = performance.now();
    found = await checkDraft(t, 'bench', 1);
    if (round >= 3) times.push(performance.now() - start); // the first three warm up
  }
  console.log(report(`${name}: ${found.total} findings`, times, cpuMs() - cpu));
}

await database.longTransaction(async (t) => {
  const { key, zones } = await t.one<{ key: string; zones: number }>('SELECT plan_key AS key, count(*)::integer AS zones FROM planning.zone WHERE upper_inf(valid) GROUP BY plan_key ORDER BY zones DESC LIMIT 1');
  const { id } = await t.one<{ id: number }>("INSERT INTO office.account (login, name, role) VALUES ('bench-checks', 'Bench', 'planner') RETURNING id");
  await t.none(`INSERT INTO office.procedure (key, version, name, kind, procedure, definition_regime, events, documents, geom, changed_at, changed_by)
    SELECT 'bench', 1, 'bench', 'MPZP', 'NEW', 'ACT_2023', '[]', '[]', geom, now(), $2 FROM planning.plan WHERE key = $1 AND upper_inf(valid)`, [key, id]);
  await t.none("INSERT INTO office.draft (procedure_key, number, version, note, origin, created_at, created_by, changed_at, changed_by) VALUES ('bench', 1, 1, '', 'law', now(), $1, now(), $1)", [id]);
  await t.none(`INSERT INTO office.draft_zone (procedure_key, draft, id, since, symbol, zone_class, designation, geom)
    SELECT 'bench', 1, row_number() OVER (ORDER BY id), 1, symbol, zone_class, designation, geom FROM planning.zone WHERE plan_key = $1 AND upper_inf(valid)`, [key]);
  console.log(`${key}: ${zones} zones`);
  await measure(t, 'as it stands');
  await t.none("UPDATE office.draft_zone SET geom = ST_Translate(geom, 3, 3) WHERE procedure_key = 'bench' AND id % 10 = 0");
  await measure(t, 'a tenth moved');
  throw new Done();
}).catch((error: unknown) => { if (!(error instanceof Done)) throw error; });
await database.close();
