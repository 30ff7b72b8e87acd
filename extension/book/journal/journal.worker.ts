/// <reference lib="webworker" />
import { spareRoom } from '../room';
import { type Desk, openDesk } from './desk';
import { privateFiles } from './opfs';
import type { DeskReply, DeskRequest } from './protocol';

// Only here do the browser's private files have a `flush`: what it has returned from, a power cut leaves alone.
declare const self: DedicatedWorkerGlobalScope;

const reply = (message: DeskReply) => self.postMessage(message);
let spare = false;
const disk = async () => (spare ? await spareRoom() : null) ?? indexedDB;
const desk = privateFiles().then((root) => openDesk(root, disk));
// Told to whoever asks first.
desk.catch(() => undefined);

async function answer({ number, method, args }: DeskRequest): Promise<DeskReply> {
  try {
    const here = await desk;
    return { number, kind: 'done', value: await call(here, number, method, args) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    return { number, kind: 'failed', name, message };
  }
}

function call(here: Desk, number: number, method: DeskRequest['method'], args: readonly unknown[]): unknown {
  if (method === 'rebuild') {
    const [name, shape] = args as [string, number];
    return here.rebuild(name, (rows) => reply({ number, kind: 'rows', rows }), shape);
  }
  return (here[method] as (...all: readonly unknown[]) => unknown)(...args);
}

self.addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
  spare = data.spare;
  void answer(data).then(reply);
});
