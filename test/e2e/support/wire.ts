import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

// Tries F-64 of test/faults.md.

/** What a browser wanted from the network, heard on the wire: whatever asked, page, worker or browser itself. */
export interface Wire {
  /** Makes the browser ask here for everything that is not on this computer. */
  readonly args: readonly string[];
  /** Every address asked for so far, e.g. 'CONNECT example.com:443'; not what browsers ask their maker. */
  readonly heard: () => readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * What a browser asks its own maker by itself, whatever is done with it: updates, whether somebody is signed in. No
 * flag silences all of it, and nothing of ours has an address there (a test of the build sees to that).
 */
const BROWSERS_OWN = /^(CONNECT |\w+ https?:\/\/)([\w-]+\.)*(google|googleapis|gvt1|gstatic)\.com[:/]/;

/** A proxy that writes down what it is asked for and gives nothing. */
export async function startWire(): Promise<Wire> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(503).end();
  });
  server.on('connect', (request, socket) => {
    heard.push(`CONNECT ${request.url}`);
    // The browser may have hung up before it was told.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 503 Nobody\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=127.0.0.1;localhost'],
    heard: () => heard.filter((asked) => !BROWSERS_OWN.test(asked)),
    close: () => closed(server),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** @throws with what was asked of the network, when anything was */
export function silent(asked: readonly string[]): void {
  if (asked.length > 0) throw new Error(`Something left the computer: ${asked.join(', ')}`);
}
