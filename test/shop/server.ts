import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeScene, type PageLang, type Scenario, type SceneOptions } from './scene';

/** A running practice shop. */
export interface RunningShop {
  /** 'http://127.0.0.1:<port>', without a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ShopOptions {
  /** 0 or none: any free port. */
  readonly port?: number;
  /** The same seed shows the same people and orders as `npm run practice -- --seed`. */
  readonly seed: string;
  /** Language of the page where the address does not say `?lang=`. */
  readonly lang: PageLang;
  readonly buyers?: number;
  readonly weeks?: number;
  readonly asOf?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Pages of the shop's back office; `/chat` is its chat, `/talk` one of another make that no adapter knows. */
const PAGES: Readonly<Record<string, string>> = {
  '/chat': 'index.html',
  '/orders': 'office.html',
  '/goods': 'office.html',
  '/plain': 'plain.html',
  '/talk': 'talk.html',
};
/** Strict, as a real back office is: an extension that leans on the page's own rights would show here. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** Starts the practice shop on this computer only. */
export function startShop(options: ShopOptions): Promise<RunningShop> {
  const pages = pageFolder();
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', '');
    if (address.pathname === '/') {
      response.writeHead(302, { location: `/chat${address.search}` });
      return response.end();
    }
    if (address.pathname === '/shop.json') {
      const scene = makeScene(sceneOptions(options, address.searchParams));
      return send(response, 200, 'application/json; charset=utf-8', JSON.stringify(scene));
    }
    const file = fileFor(pages, address.pathname);
    if (!file) return send(response, 404, 'text/plain; charset=utf-8', `${address.pathname}: no such page`);
    send(response, 200, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${port}`, close });
    });
  });
}

function sceneOptions(options: ShopOptions, query: URLSearchParams): SceneOptions {
  const lang = query.get('lang');
  const scenario: Scenario = query.get('scenario') === 'calm' ? 'calm' : 'busy';
  const { port: _, ...shop } = options;
  return {
    ...shop,
    seed: query.get('seed') ?? options.seed,
    lang: lang === 'en' || lang === 'zh' ? lang : options.lang,
    scenario,
  };
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function fileFor(pages: string, pathname: string): string | null {
  const name = PAGES[pathname] ?? normalize(pathname).replace(/^[/\\]+/, '');
  const path = join(pages, name);
  return path.startsWith(pages) && extname(path) in TYPES && existsSync(path) ? path : null;
}

/** Beside this file, or, when bundled elsewhere, in the project above. */
function pageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const place of [join(folder, 'page'), join(folder, 'test/shop/page')]) {
      if (existsSync(join(place, 'index.html'))) return place;
    }
    const above = dirname(folder);
    if (above === folder) throw new Error('The practice shop finds no test/shop/page above its own file.');
    folder = above;
  }
}
