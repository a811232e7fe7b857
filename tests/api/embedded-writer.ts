/** A process for the kill -9 test: commits rows one by one and prints each number once its commit is answered. */
import { openEmbedded } from '../../server/db/embedded/open.ts';

const { db } = await openEmbedded(process.env['DATA_DIR']!, () => {});
for (let n = 1; ; n += 1) {
  await db.none(`INSERT INTO note VALUES ($1, repeat('Płaszów–Rybitwy ', 100))`, [10_000 + n]);
  process.stdout.write(`${n}\n`);
}
