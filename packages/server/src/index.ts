export type { Answered } from './answers/answer.ts';
export type { Question } from './answers/question.ts';
export { NoEmbeddedDatabase } from './database/binaries.ts';
export { DatabaseTooNew } from './database/migrate.ts';
export { BadSettings, readSettings, type Settings } from './settings.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
