import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../setup/until';

const PROSODY = '/usr/bin/prosody';
export const hasProsody = (): boolean => existsSync(PROSODY);

/** A chat server of its own on this computer: everybody may come in, nothing is kept. */
export interface ChatServer {
  readonly websocket: string;
  /** Somebody who is logged in and writes. */
  readonly buyer: (name: string) => Promise<Buyer>;
  readonly close: () => Promise<void>;
}

export interface Buyer {
  readonly say: (text: string) => void;
  /** What was sent to this buyer. */
  readonly heard: () => readonly string[];
  readonly close: () => void;
}

export const HOST = 'localhost';
export const SELLER = `shop@${HOST}`;

/** @param names who stands in the shop's list of contacts, by the name they log in with */
export async function startProsody(names: Readonly<Record<string, string>>): Promise<ChatServer> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-prosody-'));
  const [c2s, http] = await freePorts(2);
  await writeFile(join(folder, 'prosody.cfg.lua'), configOf(folder, c2s as number, http as number));
  const people = Object.entries(names).map(([id, name]) => `${id}@${HOST}=${name}`);
  await writeFile(join(folder, 'groups.txt'), ['[Buyers]', `${SELLER}=Shop`, ...people, ''].join('\n'));
  const child = spawn(PROSODY, ['--config', join(folder, 'prosody.cfg.lua'), '-F'], { stdio: 'ignore' });
  const buyers: Buyer[] = [];
  const close = async () => {
    for (const buyer of buyers) buyer.close();
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  await until(() => answers(c2s as number).then(holds));
  return {
    websocket: `ws://127.0.0.1:${http}/xmpp-websocket`,
    buyer: async (name) => {
      const buyer = await enter(c2s as number, name);
      buyers.push(buyer);
      return buyer;
    },
    close,
  };
}

function configOf(folder: string, c2s: number, http: number): string {
  return `
run_as_root = true
data_path = "${folder}"
pidfile = "${folder}/prosody.pid"
log = { error = "${folder}/prosody.err" }
interfaces = { "127.0.0.1" }
c2s_ports = { ${c2s} }
http_ports = { ${http} }
https_ports = { }
s2s_ports = { }
modules_enabled = { "roster", "saslauth", "disco", "http", "websocket", "ping", "groups" }
groups_file = "${folder}/groups.txt"
modules_disabled = { "s2s", "offline" }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
http_cors_override = { websocket = { enabled = true } }
authentication = "insecure"
insecure_open_authentication = "Yes please, I know what I'm doing!"
storage = "memory"
VirtualHost "${HOST}"
http_host = "127.0.0.1"
`;
}

function holds(yes: boolean): void {
  if (!yes) throw new Error('The chat server has not answered yet.');
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill();
  });
}

/** Logs in over a plain connection: a stream, a name, a place, and "I am here". */
async function enter(port: number, name: string): Promise<Buyer> {
  const socket = dial(port, '127.0.0.1');
  socket.setEncoding('utf8');
  let seen = '';
  let everything = '';
  socket.on('data', (text: string) => {
    seen += text;
    everything += text;
  });
  const step = async (text: string, answer: string) => {
    seen = '';
    socket.write(text);
    await until(() => holds(seen.includes(answer)));
  };
  const open = `<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${HOST}' version='1.0'>`;
  const secret = Buffer.from(`\0${name}\0secret`).toString('base64');
  await step(open, '</stream:features>');
  await step(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${secret}</auth>`, '<success');
  await step(open, '</stream:features>');
  await step(`<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>`, '<jid>');
  socket.write('<presence/>');
  return buyerOn(socket, () => everything);
}

function buyerOn(socket: Socket, everything: () => string): Buyer {
  let count = 0;
  const safe = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return {
    say: (text) => {
      count += 1;
      socket.write(`<message to='${SELLER}' type='chat' id='m${count}'><body>${safe(text)}</body></message>`);
    },
    heard: () => [...everything().matchAll(/<body>([^<]*)<\/body>/g)].map(([, words]) => words ?? ''),
    close: () => socket.destroy(),
  };
}
