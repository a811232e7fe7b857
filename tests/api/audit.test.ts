/** The audit trail: the server's role cannot alter it, parallel writers leave no gap, and what an owner tampers with is found and named. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '../../server/db/database.ts';
import { type Findings, verifyTrail } from '../../server/registers/audit-trail.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
let author: number;
const ANNOTATION = '11111111-1111-4111-8111-111111111111';
const append = (subject: string): Promise<{ seq: string }> =>
  own.database.db.one<{ seq: string }>(`SELECT audit.append($1, 'tested', 'test', $2, '{"n": 1}') AS seq`, [author, subject]);
const asOwner = <T>(work: (t: Transaction) => Promise<T>): Promise<T> => own.database.longTransaction(work);

beforeAll(async () => {
  own = await ownDatabase('empty');
  ({ id: author } = await own.database.db.one<{ id: number }>(`INSERT INTO office.account (login, name, role, whole_city) VALUES ('anna', 'Anna Żak', 'planner', true) RETURNING id`));
  expect(await own.database.restrict()).toBe(true);
  await own.database.db.none(`INSERT INTO office.annotation (id, version, status, visibility, category, priority, title, body, tags, author, created_at, changed_at, changed_by, place)
    VALUES ($1, 1, 'open', 'office', 'note', 'normal', 'Próg', 'treść', '{}', $2, now(), now(), $2, ST_SetSRID(ST_MakePoint(7423966.7, 5547788.4), 2178))`, [ANNOTATION, author]);
  await own.database.db.any(`SELECT office.record_version($1, $2, 'created')`, [ANNOTATION, author]);
});
afterAll(() => own.remove());

describe('the role of the server', () => {
  it('is not the login, in every session there is', async () => {
    const names = await Promise.all(Array.from({ length: 8 }, () => own.database.db.one<{ name: string }>('SELECT current_user AS name, pg_sleep(0.02)::text AS slept')));
    expect(new Set(names.map(({ name }) => name))).toEqual(new Set(['msip_app']));
    expect(await asOwner((t) => t.one('SELECT current_user <> $1 AS owner', ['msip_app']))).toEqual({ owner: true });
    expect(await own.database.db.one('SELECT current_user AS name')).toEqual({ name: 'msip_app' });
  });

  it.each([
    `UPDATE audit.entry SET action = 'x'`, 'DELETE FROM audit.entry', 'TRUNCATE audit.entry', 'TRUNCATE audit.entry CASCADE', `INSERT INTO audit.entry SELECT * FROM audit.entry`,
    'ALTER TABLE audit.entry DISABLE TRIGGER ALL', 'DROP TABLE audit.entry CASCADE', 'DROP TRIGGER append_only ON audit.entry', 'DROP SCHEMA audit CASCADE', 'ALTER TABLE audit.entry OWNER TO msip_app',
    'CREATE TRIGGER mine BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse()', 'CREATE FUNCTION audit.mine() RETURNS integer LANGUAGE sql RETURN 1',
    'CREATE OR REPLACE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$', `SET session_replication_role = replica`, 'SELECT meta.admit_application()',
    `UPDATE office.annotation_version SET note = 'x'`, 'DELETE FROM office.annotation_version', 'TRUNCATE office.annotation_version', 'ALTER TABLE office.annotation_version DISABLE TRIGGER ALL',
    'DROP TABLE office.annotation_version', 'TRUNCATE office.annotation CASCADE', `UPDATE search.followed SET source = 'SELECT 1'`, 'CREATE TABLE office.mine (id integer)',
  ])('may not %s', async (statement) => {
    await expect(own.database.db.any(statement)).rejects.toMatchObject({ code: '42501' });
    expect((await verify()).fault).toBeNull();
  });

  it('triggers refuse it to the owner too', async () => {
    for (const statement of [`UPDATE audit.entry SET action = 'x'`, 'DELETE FROM audit.entry', 'TRUNCATE audit.entry CASCADE', `UPDATE office.annotation_version SET note = 'x'`, 'TRUNCATE office.annotation_version']) {
      await expect(asOwner((t) => t.any(statement))).rejects.toMatchObject({ code: '42501', message: 'the audit trail is append-only' });
    }
  });

  it('reads and appends', async () => {
    const { seq } = await append('read');
    expect(await own.database.db.one('SELECT subject FROM audit.entry WHERE seq = $1', [seq])).toEqual({ subject: 'read' });
  });

  it('is not given back by a later admission what migrations have taken from it', async () => {
    const rights = () => own.database.db.any<{ of: string }>(`SELECT table_schema || '.' || table_name || ' ' || privilege_type AS of FROM information_schema.role_table_grants WHERE grantee = 'msip_app' ORDER BY 1`);
    const before = await rights();
    expect(await asOwner((t) => t.one('SELECT meta.admit_application() AS admitted'))).toEqual({ admitted: true });
    expect(await rights()).toEqual(before);
    for (const statement of [`UPDATE investment.site_version SET key = 'x'`, 'DELETE FROM investment.fact', 'UPDATE investment.fact_state SET as_of = NULL', 'DELETE FROM office.site_version', 'UPDATE office.site_file SET name = name', 'DELETE FROM office.site', 'DELETE FROM office.enquiry',
      'DELETE FROM mail.outbox', 'DELETE FROM meta.withheld', `SELECT meta.withhold('DELETE', 'office.site')`]) await expect(own.database.db.any(statement), statement).rejects.toMatchObject({ code: '42501' });
    await expect(own.database.db.any(`UPDATE office.site SET version = version; UPDATE mail.outbox SET tries = tries`)).resolves.toBeDefined();
  });

  it('may make temporary tables, listen and use what later migrations make', async () => {
    await asOwner((t) => t.none('CREATE SCHEMA later; CREATE TABLE later.thing (id integer GENERATED ALWAYS AS IDENTITY, text text)'));
    expect(await own.database.db.one(`INSERT INTO later.thing (text) VALUES ('ż') RETURNING id`)).toEqual({ id: 1 });
    await own.database.db.tx(async (t) => {
      await t.none('CREATE TEMP TABLE mine (id integer) ON COMMIT DROP');
      await t.none('INSERT INTO mine VALUES (1)');
    });
  });
});

const verify = (options: Parameters<typeof verifyTrail>[1] = {}): Promise<Findings> => verifyTrail(own.database.db, { pageSize: 7, ...options });

describe('the chain', () => {
  it('has no gap when twenty append at once', async () => {
    const before = (await verify()).head!;
    const seqs = (await Promise.all(Array.from({ length: 20 }, (_, n) => append(`parallel ${n}`)))).map(({ seq }) => Number(seq)).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, n) => before.seq + 1 + n));
    expect(await verify()).toMatchObject({ fault: null, entries: before.seq + 20, head: { seq: before.seq + 20 } });
  });

  it('of an append that was taken back leaves no gap either', async () => {
    const { head } = await verify();
    await own.database.db.tx(async (t) => { await t.any(`SELECT audit.append(NULL, 'x', 'test', 'x')`); throw new Error('back'); }).catch(() => {});
    expect(Number((await append('after')).seq)).toBe(head!.seq + 1);
  });

  /** Does `harm` past the triggers, verifies, and undoes it. */
  async function harmed(harm: string, options: Parameters<typeof verifyTrail>[1] = {}): Promise<Findings['fault']> {
    let found: Findings | undefined;
    await asOwner(async (t) => {
      await t.multi(`SET LOCAL session_replication_role = replica; ${harm}`);
      found = await verifyTrail(t, { pageSize: 7, ...options });
      throw new Error('back');
    }).catch((error: Error) => { if (error.message !== 'back') throw error; });
    return found!.fault;
  }

  it.each([
    ['a word of an entry', `UPDATE audit.entry SET action = 'x' WHERE seq = 12`, 12, 'altered'],
    ['the actor of an entry', `UPDATE audit.entry SET actor = NULL WHERE seq = 5`, 5, 'altered'],
    ['the moment of an entry', `UPDATE audit.entry SET at = at - interval '1 microsecond' WHERE seq = 6`, 6, 'altered'],
    ['a word and its hash', `UPDATE audit.entry SET action = 'x', hash = audit.hash_of(seq, at, actor, 'x', subject_kind, subject, detail, previous) WHERE seq = 12`, 13, 'unchained'],
    ['a deleted entry', 'DELETE FROM audit.entry WHERE seq = 8', 8, 'missing'],
    ['the first one deleted', 'DELETE FROM audit.entry WHERE seq = 1', 1, 'missing'],
    ['a page of them deleted', 'DELETE FROM audit.entry WHERE seq BETWEEN 8 AND 16', 8, 'missing'],
    ['two in another order', 'UPDATE audit.entry SET seq = CASE seq WHEN 9 THEN 100010 ELSE 100009 END WHERE seq IN (9, 10); UPDATE audit.entry SET seq = seq - 100000 WHERE seq > 100000', 9, 'altered'],
    ['a version\'s title', `UPDATE office.annotation_version SET content = jsonb_set(content, '{title}', '"inny"')`, 1, 'version altered'],
    ['a version\'s author', 'UPDATE office.annotation_version SET by_account = NULL', 1, 'version altered'],
    ['a version\'s geometry', 'UPDATE office.annotation_version SET geom = ST_SetSRID(ST_MakePoint(7423966.7, 5547788.4), 2178)', 1, 'version altered'],
    ['a version\'s note', `UPDATE office.annotation_version SET note = 'inna'`, 1, 'version altered'],
    ['a version that is gone', 'DELETE FROM office.annotation_version', 1, 'version missing'],
    ['a version that nobody recorded', `INSERT INTO office.annotation_version SELECT annotation_id, 2, 4, at, by_account, action, note, content, geom FROM office.annotation_version`, 4, 'version altered'],
    ['a version without an entry', `INSERT INTO office.annotation_version SELECT annotation_id, 2, 100000, at, by_account, action, note, content, geom FROM office.annotation_version`, 100000, 'version altered'],
  ])('tells of %s', async (_what, harm, seq, kind) => {
    expect(await harmed(harm)).toMatchObject({ seq, kind });
    expect((await verify()).fault).toBeNull();
  });

  it('tells of a tail cut off when the head was noted, and of a whole chain made anew', async () => {
    const { head } = await verify();
    const cut = `DELETE FROM audit.entry WHERE seq > ${head!.seq - 3}`;
    expect(await harmed(cut)).toBeNull();
    expect(await harmed(cut, { noted: head! })).toMatchObject({ seq: head!.seq, kind: 'cut off' });
    expect((await verify({ noted: head! })).fault).toBeNull();
    expect((await verify({ noted: { seq: 3, hash: '0'.repeat(64) } })).fault).toMatchObject({ seq: 3, kind: 'not as noted' });
  });
});

describe('the command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/audit.ts', ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', ...own.env } });

  it('says what it checked and the head, shows what happened to one thing, and ends with 1 when something is wrong', async () => {
    const { head } = await verify();
    await own.database.close();
    const good = run('verify');
    expect([good.status, good.stderr]).toEqual([0, expect.any(String)]);
    expect(good.stdout).toContain(`${head!.seq}:${head!.hash}`);
    expect(run('verify', '--head', `${head!.seq}:${head!.hash}`).status).toBe(0);
    const cut = run('verify', '--head', `${head!.seq + 5}:${head!.hash}`);
    expect([cut.status, cut.stdout + cut.stderr]).toEqual([1, expect.stringContaining(`entry ${head!.seq + 5} was noted`)]);
    const shown = run('show', '--subject', 'annotation', ANNOTATION);
    expect([shown.status, shown.stdout]).toEqual([0, expect.stringMatching(/^1\t.*\tanna\tcreated\t.*"version":\s?1/)]);
    expect(run('show', '--subject', 'annotation').status).toBe(1);
    expect(run('verify', '--head', 'nonsense').status).toBe(1);
    // Each run opens the database anew.
  }, 180_000);
});
