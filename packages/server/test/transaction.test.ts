import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { openPool } from '../src/database/pool.ts';
import { inTransaction } from '../src/database/transaction.ts';
import { newDatabase } from './support/new-database.ts';

test('two transactions that wait for each other both come through', async () => {
  const pool = openPool(await newDatabase(), 4, () => undefined);
  await pool.query('CREATE TABLE counts AS SELECT id, 0 AS count FROM generate_series(1, 2) AS id');
  const raise = (id: number) => `UPDATE counts SET count = count + 1 WHERE id = ${id}`;
  const gate = new EventEmitter();
  const bothHold = once(gate, 'both');
  let holders = 0;
  const inOrder = (first: number, second: number) =>
    inTransaction(pool, async (client) => {
      await client.query(raise(first));
      holders += 1;
      if (holders === 2) gate.emit('both');
      await bothHold;
      await client.query(raise(second));
    });
  await Promise.all([inOrder(1, 2), inOrder(2, 1)]);
  const { rows } = await pool.query('SELECT count FROM counts ORDER BY id');
  expect(rows).toEqual([{ count: 2 }, { count: 2 }]);
  await pool.end();
});
