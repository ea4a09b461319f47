// What only the command line says.
export * from './command-messages.ts';
export * from './verify/verify-answer.ts';
