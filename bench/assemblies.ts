/**
 * How long the search for assemblies takes: `npx tsx bench/assemblies.ts`, on the database of DATABASE_URL or DATA_DIR. Every need is asked of all
 * parcels, from reading them to the last line; exit code 1 when one takes more
 * processor time than the budget (native): what it waits for others on a busy machine is not its own.
 */
import type { AssemblyLine } from '../domain/contract/investment/assemblies.ts';
import { parseFilter } from '../domain/cql2/parse-text.ts';
import type { AssemblyNeed } from '../domain/investment/assembly-need.ts';
import { readConfig } from '../server/config.ts';
import { openDatabase } from '../server/db/open.ts';
import { groundOf } from '../server/rooms/assemblies/assemblies.repository.ts';
import { linesOf } from '../server/rooms/assemblies/lines.ts';
import { cpuMs, report } from './measure.ts';

const ROUNDS = 10;
const BUDGET_MS = 1000;
const HA = 10_000;
const NEEDS: Readonly<Record<string, AssemblyNeed & { readonly filter?: string }>> = {
  '0.2 ha of up to 8': { areaMinM2: 0.2 * HA, maxParcels: 8 },
  '0.5 ha of up to 8': { areaMinM2: 0.5 * HA, maxParcels: 8 },
  '1 ha of up to 4': { areaMinM2: HA, maxParcels: 4 },
  '1 ha of up to 8, road': { areaMinM2: HA, maxParcels: 8, road: true },
  '2 ha of up to 8': { areaMinM2: 2 * HA, maxParcels: 8 },
  '2 ha of up to 8, compact': { areaMinM2: 2 * HA, maxParcels: 8, minCompactness: 0.5, maxOwners: 1 },
  '5 ha of up to 8': { areaMinM2: 5 * HA, maxParcels: 8 },
  '1–2 ha, no flood, in a plan': { areaMinM2: HA, areaMaxM2: 2 * HA, maxParcels: 6, filter: "flood_pct = 0 AND plan_status = 'in-force'" },
};

const database = await openDatabase(readConfig(process.env));
let late = false;
for (const [name, { filter, ...need }] of Object.entries(NEEDS)) {
  const times: number[] = [];
  let last: AssemblyLine | undefined;
  let cpu = cpuMs();
  // The first round runs uncompiled.
  for (let round = -1; round < ROUNDS; round++) {
    if (round === 0) cpu = cpuMs();
    const start = performance.now();
    const ground = await groundOf(database.db, filter === undefined ? undefined : parseFilter(filter));
    for await (const line of linesOf(ground, '', need, { limit: 100_000, limitMs: 60_000 })) last = line;
    if (round >= 0) times.push(performance.now() - start);
  }
  const spent = cpuMs() - cpu;
  console.log(`${report(name, times, spent)}   ${last?.line === 'done' ? `${last.found} found${last.stopped ? `, ${last.stopped}` : ''}` : 'not done'}`);
  late ||= spent / ROUNDS > BUDGET_MS;
}
await database.close();
if (late && database.kind === 'postgresql') process.exitCode = 1;
