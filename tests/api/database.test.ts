/** What every query may rely on, whichever of the two homes answers it. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { ownDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await ownDatabase('empty');
  database = own.database;
  await database.db.none('CREATE TABLE note (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL)');
});
afterAll(() => own.remove());

describe('answers belong to their questions', () => {
  it('a hundred queries at once each get their own rows', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => database.db.one<{ n: number; name: string }>('SELECT $1::integer AS n, $2 AS name', [n, `łąka ${n}`])));
    expect(answers).toEqual(Array.from({ length: 100 }, (_, n) => ({ n, name: `łąka ${n}` })));
  });

  it('an error of a query with parameters does not shift the rows of the next one', async () => {
    // pg-promise writes values into the text; only a prepared statement goes by Parse, Bind, Sync.
    const prepared = (divisor: number): Promise<{ result: number }> => database.db.one<{ result: number }>({ name: 'divide', text: 'SELECT 840 / $1::integer AS result', values: [divisor] });
    const [first, broken, second, third] = await Promise.allSettled([prepared(2), prepared(0), prepared(3), prepared(4)]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    expect([first, second, third]).toMatchObject([{ value: { result: 420 } }, { value: { result: 280 } }, { value: { result: 210 } }]);
  });

  it('an answer of ten megabytes arrives whole', async () => {
    const rows = await database.db.any<{ n: number; text: string }>(`SELECT n, repeat('ż', 100) || n AS text FROM generate_series(1, 50000) AS n`);
    expect(rows).toHaveLength(50_000);
    expect(rows.at(-1)).toEqual({ n: 50_000, text: `${'ż'.repeat(100)}50000` });
  });

  it('a question of five megabytes arrives whole', async () => {
    const text = 'Kraków — ćwierć '.repeat(300_000);
    const { length, end } = await database.db.one<{ length: number; end: string }>('SELECT length($1) AS length, right($1, 8) AS end', [text]);
    expect({ length, end }).toEqual({ length: text.length, end: 'ćwierć '.padStart(8) });
  });
});

describe('a statement that the database asks to be sent again', () => {
  beforeAll(() => database.db.none(`
    CREATE SEQUENCE attempt;
    CREATE FUNCTION collide(times integer, state text) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN
      -- A sequence goes on also when its statement is undone.
      IF nextval('attempt') <= times THEN RAISE EXCEPTION 'zderzenie' USING ERRCODE = state; END IF;
      RETURN 'przeszło';
    END $$`));
  const attempts = async (times: number, state: string, on: Pick<Database['db'], 'one'> = database.db): Promise<[unknown, number]> => {
    await database.db.any(`SELECT setval('attempt', 1, false)`);
    const outcome: unknown = await on.one('SELECT collide($1, $2) AS outcome', [times, state]).then(({ outcome: said }: { outcome: string }) => said, ({ code }: { code: string }) => code);
    return [outcome, (await database.db.one<{ n: number }>('SELECT last_value::integer AS n FROM attempt')).n];
  };

  it.each(['40001', '40P01'])('%s: twice in vain, then answered', async (state) => {
    expect(await attempts(2, state)).toEqual(['przeszło', 3]);
  });

  it.each(['40001', '40P01'])('%s: three times in vain, then told', async (state) => {
    expect(await attempts(9, state)).toEqual([state, 3]);
  });

  it('another fault is told at once', async () => {
    expect(await attempts(9, '23514')).toEqual(['23514', 1]);
  });

  it('within a transaction the statement is not repeated: what stood before it is undone', async () => {
    await database.db.any(`SELECT setval('attempt', 1, false)`);
    const failed = database.db.tx(async (t) => {
      await t.none(`INSERT INTO note (text) VALUES ('przed zderzeniem')`);
      await t.one(`SELECT collide(9, '40001')`);
    });
    await expect(failed).rejects.toMatchObject({ code: '40001' });
    expect(await database.db.one('SELECT last_value::integer AS n FROM attempt')).toEqual({ n: 1 });
    expect(await database.db.any('SELECT text FROM note')).toEqual([]);
  });
});

describe('transactions', () => {
  const texts = (): Promise<string[]> => database.db.map('SELECT text FROM note ORDER BY id', [], ({ text }: { text: string }) => text);

  it('what is written in one that fails is not there, and the next query is right', async () => {
    const failed = database.db.tx(async (t) => {
      await t.none('INSERT INTO note (text) VALUES ($1)', ['nie zostanie']);
      await t.none('INSERT INTO note (text) VALUES (NULL)');
    });
    await expect(failed).rejects.toMatchObject({ code: '23502' });
    expect(await texts()).toEqual([]);
  });

  it('queries beside one never see its half-done work', async () => {
    const counted: number[] = [];
    const beside = (): Promise<number> => database.db.one('SELECT count(*)::integer AS n FROM note', [], ({ n }: { n: number }) => n);
    await Promise.all([
      database.db.tx(async (t) => {
        for (let n = 0; n < 20; n += 1) await t.none('INSERT INTO note (text) VALUES ($1)', [`${n}`]);
      }),
      ...Array.from({ length: 20 }, async () => { counted.push(await beside()); }),
    ]);
    expect(counted.filter((n) => n !== 0 && n !== 20)).toEqual([]);
    expect(await beside()).toBe(20);
  });

  it('a savepoint rolls back alone', async () => {
    await database.db.none('TRUNCATE note');
    await database.db.tx(async (t) => {
      await t.none('INSERT INTO note (text) VALUES ($1)', ['zostaje']);
      await t.tx((inner) => inner.none('INSERT INTO note (text) VALUES (NULL)')).catch(() => {});
    });
    expect(await texts()).toEqual(['zostaje']);
  });

  it('a long transaction rolls back like any other', async () => {
    const failed = database.longTransaction(async (t) => {
      await t.none('INSERT INTO note (text) VALUES ($1)', ['nie zostanie']);
      throw new Error('przerwane');
    });
    await expect(failed).rejects.toThrow('przerwane');
    expect(await texts()).toEqual(['zostaje']);
  });
});

describe('notifications', () => {
  it('come when the transaction that sent them is committed, and not when it is not', async () => {
    const heard: string[] = [];
    const stop = await database.listen('zażółć', (payload) => { heard.push(payload); });
    const send = (payload: string, fail: boolean): Promise<void> => database.db.tx(async (t) => {
      await t.any('SELECT pg_notify($1, $2)', ['zażółć', payload]);
      if (fail) throw new Error('cofnięte');
    });
    await send('cofnięta', true).catch(() => {});
    await send('gęśla jaźń', false);
    await vi.waitFor(() => { expect(heard).toEqual(['gęśla jaźń']); });
    await stop();
    await send('po wszystkim', false);
    await database.db.one('SELECT 1 AS one');
    expect(heard).toEqual(['gęśla jaźń']);
  });
});
