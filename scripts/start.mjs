// `npm start`: sets everything up, then runs the command with the arguments given.
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, requireNode } from './setup.mjs';

requireNode();
ensureInstalled();
const { main } = await import(pathToFileURL(await ensureBuilt()).href);
process.exitCode = await main(process.argv.slice(2));
