// Serves the folder of the web app on this machine, with the headers that a careful host sends.
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CONTENT_SECURITY_POLICY } from '../build/index-page.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** A running server: `address` is where it answers, with its path; `close` also ends its open connections. */
export type RunningSite = { readonly address: string; readonly close: () => Promise<void> };

/** `port` 0 takes any that is free. `folder` is asked at each request, so that a test can put another in its place. */
export type SiteOptions = { readonly folder: () => string; readonly port?: number; readonly base?: string };

/** @throws Error with the code EADDRINUSE where the port is taken */
export async function serveSite({ folder, port = 0, base = '/' }: SiteOptions): Promise<RunningSite> {
  const server = createServer((request, response) => {
    const path = decodePath(request.url ?? '/');
    if (!path?.startsWith(base)) return refuse(response);
    const wanted = path.slice(base.length) || 'index.html';
    sendFile(response, { folder: folder(), wanted, packs: String(request.headers['accept-encoding']).includes('br') });
  });
  const taken = await listen(server, port);
  return { address: `http://127.0.0.1:${taken}${base}`, close: () => closeServer(server) };
}

function decodePath(url: string): string | undefined {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://local').pathname));
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
}

type Wanted = { readonly folder: string; readonly wanted: string; readonly packs: boolean };

const packed = new Map<string, Buffer>();

function sendFile(response: ServerResponse, { folder, wanted, packs }: Wanted): void {
  const file = join(folder, wanted);
  const content = readIfThere(file);
  const type = TYPES[extname(file)];
  if (!content || !type) return refuse(response);
  const headers = {
    'content-type': type,
    'content-security-policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': wanted.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (packs) response.writeHead(200, { ...headers, 'content-encoding': 'br' }).end(pack(file, content));
  else response.writeHead(200, headers).end(content);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function pack(file: string, content: Buffer): Buffer {
  const known = packed.get(file) ?? brotliCompressSync(content);
  if (file.includes('/assets/')) packed.set(file, known);
  return known;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
