// `npm start`: sets everything up. Without arguments it builds the web app and serves it on this machine; with arguments
// it runs the command.
import { pathToFileURL } from 'node:url';
import { openInBrowser } from './open-in-browser.mjs';
import { ensureBuilt, ensureInstalled, ensureSite, requireNode } from './setup.mjs';

const PORT = 4780;

requireNode();
ensureInstalled();
const args = process.argv.slice(2);
if (args.length === 0) await serve();
else {
  const { main } = await import(pathToFileURL(await ensureBuilt()).href);
  process.exitCode = await main(args);
}

async function serve() {
  const { folder, serveSite } = await ensureSite();
  const { address } = await startOnFreePort(serveSite, folder);
  process.stdout.write(`simwise is at ${address}\n`);
  process.stdout.write('Stop it with Ctrl+C. In the terminal: npm start -- advise\n');
  openInBrowser(address);
}

/** The same port every time, so that what the browser keeps is found again; another where it is taken. */
async function startOnFreePort(serveSite, folder) {
  try {
    return await serveSite({ folder: () => folder, port: PORT });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    return serveSite({ folder: () => folder });
  }
}
