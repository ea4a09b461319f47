import { inject } from 'vitest';
import { createDatabase } from './database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL for all test files of the run; each makes itself a database there. */
    readonly databaseUrl: string;
  }
}

/** An empty database of the PostgreSQL that all test files share. @returns its address */
export function newDatabase(): Promise<string> {
  return createDatabase(inject('databaseUrl'));
}
