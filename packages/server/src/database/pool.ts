import pg from 'pg';

const SECOND = 1_000;

/** Connections to the database; a broken one is replaced and does not end the program. */
export function openPool(url: string, size: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'simwise',
    connectionTimeoutMillis: 5 * SECOND,
    statement_timeout: 30 * SECOND,
    keepAlive: true,
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
