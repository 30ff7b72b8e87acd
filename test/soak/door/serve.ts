import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';

const OUT = '.output/door';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Bundles the page of the write door, as the extension's own build would. */
export async function buildDoor(): Promise<void> {
  const here = (path: string) => resolve(path);
  await build({
    configFile: false,
    root: here('test/soak/door'),
    base: './',
    publicDir: false,
    logLevel: 'error',
    resolve: {
      alias: { '@shared': here('shared'), '@analysis': here('analysis'), '@extension': here('extension') },
    },
    build: { outDir: here(OUT), emptyOutDir: true, target: 'es2022', modulePreload: false, minify: false },
    worker: { format: 'es' },
  });
}

/** Serves the page, and hears what it says was saved. */
export interface DoorServer {
  readonly url: string;
  /** The same page at addresses of their own: for the browser each of them is another site with another book. */
  readonly urls: readonly string[];
  /** Texts acknowledged since the last call, at each address. */
  readonly acked: () => readonly (readonly string[])[];
  /** How many of them there are; asking takes none away. */
  readonly heard: () => number;
  readonly close: () => Promise<void>;
}

export async function serveDoor(sites = 1): Promise<DoorServer> {
  const nothing = () => Array.from({ length: sites }, (): string[] => []);
  let heard = nothing();
  const answer = (site: number) => (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part) => {
        body += String(part);
      });
      request.on('end', () => {
        heard[site]!.push(body);
        response.end();
      });
      return;
    }
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(OUT, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  };
  const servers = Array.from({ length: sites }, (_, site) => createServer(answer(site)));
  await Promise.all(
    servers.map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))),
  );
  const urls = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    url: urls[0]!,
    urls,
    heard: () => heard.flat().length,
    acked: () => {
      const all = heard;
      heard = nothing();
      return all;
    },
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
