/** Several questions asked of one moment, so that an import in between does not split the answer. */
import { type Db, pgp, type Queries } from './database.ts';

const { TransactionMode, isolationLevel } = pgp.txMode;
const SNAPSHOT = new TransactionMode({ tiLevel: isolationLevel.repeatableRead, readOnly: true });

/** Reads only; inside ask `t` alone. */
export const inSnapshot = <T>(db: Db, ask: (t: Queries) => Promise<T>): Promise<T> => db.tx({ mode: SNAPSHOT }, ask);
