// `npm start`: sets everything up. Without arguments it builds the web app and serves it on this machine with the server
// beside it, until Ctrl-C; with arguments it runs the command.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { openInBrowser } from './open-in-browser.mjs';
import { ensureBuilt, ensureInstalled, ensureSite, requireNode } from './setup.mjs';

/** The same port every time, so that what the browser keeps is found again. */
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
  const { startApp } = await import(pathToFileURL(await ensureBuilt()).href);
  const port = Number(process.env.PORT || (await freePort()));
  const running = (await startApp({ folder, port })) ?? (await serveAlone(serveSite, folder, port));
  process.stdout.write(`simwise is at ${running.address}\n`);
  for (const [kind, reason] of Object.entries(running.channelsOff ?? {}))
    process.stdout.write(`  reminders by ${kind} are off: ${reason} (docs/server.md)\n`);
  process.stdout.write('Stop it with Ctrl+C. In the terminal: npm start -- advise\n');
  openInBrowser(running.address);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await running.stop();
}

async function serveAlone(serveSite, folder, port) {
  const { address, close } = await serveSite({ folder: () => folder, port });
  return { address, stop: close };
}

/** The usual port, or any other where another program has it. */
async function freePort() {
  const probe = createServer().listen(PORT, '127.0.0.1');
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  await new Promise((resolve) => probe.close(resolve));
  return isFree ? PORT : 0;
}
