// `npm run build`: the folder of the web app, for any static host and under any path. `npm run build -- DIR` puts it there.
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstalled, ensureSite, ROOT, requireNode } from './setup.mjs';

requireNode();
ensureInstalled();
const { folder } = await ensureSite();
const target = resolve(process.argv[2] ?? join(ROOT, 'dist', 'site'));
rmSync(target, { recursive: true, force: true });
cpSync(folder, target, { recursive: true });
process.stdout.write(`The web app is in ${target}\n`);
