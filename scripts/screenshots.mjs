// `npm run screenshots`: a picture of every page, in each language and at three widths, to be looked at; into
// dist/screenshots. `npm run screenshots -- answer zh` takes only those whose name has each of the words.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ensureScreenshots, ensureSite, ROOT, requireNode } from './setup.mjs';

requireNode();
ensureInstalled();
const { folder, serveSite } = await ensureSite();
const { takeScreenshots } = await import(pathToFileURL(await ensureScreenshots()).href);
const site = await serveSite({ folder: () => folder });
const into = join(ROOT, 'dist', 'screenshots');
const count = await takeScreenshots({ address: site.address, into, words: process.argv.slice(2) });
await site.close();
process.stdout.write(`${count} pictures are in ${into}\n`);
