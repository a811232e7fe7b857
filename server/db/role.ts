/** The role under which the server works (migration 0706): it cannot alter the audit trail. */
import type { Db } from './database.ts';

/** What every new session of a restricted database says first. */
export const AS_APPLICATION = 'SET ROLE msip_app';
/** Within a transaction: as the login itself. */
export const AS_LOGIN = 'SET LOCAL ROLE NONE';

/** Whether the login may take the role and the role can work here: false where the migration was not allowed to make it. */
export async function mayBeApplication(db: Db): Promise<boolean> {
  try {
    return await db.tx(async (t) => {
      await t.none('SET LOCAL ROLE msip_app');
      return (await t.one<{ may: boolean }>(`SELECT has_schema_privilege('audit', 'USAGE') AS may`)).may;
    });
  } catch (error) {
    // No such role (22023), or not for this login (42501).
    if (['22023', '42501', '42704'].includes(String((error as { code?: unknown }).code))) return false;
    throw error;
  }
}
