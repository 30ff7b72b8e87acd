import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { SELLER } from './prosody';

/**
 * Converse, a chat application of others (MPL-2.0), as a page to sit beside. Its package is large and needs none of
 * what it names as dependencies, so it is fetched by itself, once, and only ever by this test.
 */
const PACKAGE = 'converse.js@12.0.0';
const SHA512 = 'HMY7GtzLbR8PjWxB7h4QX4MYnZEqjCMEc6oWAE9kQL6LKzvBcpNvnHACWy615Bmzss3zfnHAYYjT+z6mAiYgKg==';
const KEPT = join(process.cwd(), 'node_modules/.cache/converse-12.0.0');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The folder of its built files; null where it can't be had (no network, no npm). */
export function fetchConverse(): string | null {
  const dist = join(KEPT, 'package/dist');
  if (existsSync(dist)) return dist;
  const folder = `${KEPT}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    const run = (name: string, args: readonly string[]) =>
      spawnSync(name, args, { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    const file = run('npm', ['pack', PACKAGE, '--silent']).stdout?.trim() ?? '';
    if (!file || !existsSync(join(folder, file))) return null;
    const hash = createHash('sha512')
      .update(readFileSync(join(folder, file)))
      .digest('base64');
    if (hash !== SHA512) return null;
    if (run('tar', ['-xzf', file, 'package/dist']).status !== 0) return null;
    rmSync(join(folder, file));
    renameSync(folder, KEPT);
    return dist;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface ConversePage {
  readonly url: string;
  readonly close: () => void;
}

/** Serves Converse, logged in as the shop. */
export async function serveConverse(dist: string, websocket: string): Promise<ConversePage> {
  const server = createServer((request, answer) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    if (path === '/') {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      return answer.end(documentOf(websocket));
    }
    const file = join(dist, path.replace(/^\/dist\//, ''));
    if (!file.startsWith(dist) || !existsSync(file)) {
      answer.statusCode = 404;
      return answer.end();
    }
    answer.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    return answer.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function documentOf(websocket: string): string {
  const settings = {
    view_mode: 'fullscreen',
    authentication: 'login',
    auto_login: true,
    jid: SELLER,
    password: 'secret',
    websocket_url: websocket,
    discover_connection_methods: false,
    allow_non_roster_messaging: true,
    assets_path: '/dist/',
    persistent_store: 'sessionStorage',
    play_sounds: false,
    show_desktop_notifications: false,
    i18n: 'en',
  };
  return `<!doctype html><meta charset="utf-8"><title>Converse</title>
<link rel="stylesheet" href="/dist/converse.min.css">
<body class="converse-fullscreen"><div id="conversejs-bg"></div>
<script src="/dist/converse.min.js"></script>
<script>converse.initialize(${JSON.stringify(settings)});</script>`;
}
