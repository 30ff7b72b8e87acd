import type { Adapter } from '@extension/chat/adapter';
import { parseAdapter } from '@extension/chat/adapter-schema';
import { REFUSALS, STEPS } from '@extension/chat/teach/steps';
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { ChatState } from './chat-state';
import { chatStateSchema } from './schemas';
import { isContentScript } from './senders';
import { type PickerCommand, TEACH_LINE } from './teach-words';

/** The picker's own file, put into a page only while the seller teaches it. */
const FILE = '/picker.js';
const MOST_BYTES = 64 * 1024;

const wordSchema = v.variant('told', [
  v.object({
    told: v.literal('picked'),
    step: v.picklist(STEPS),
    words: v.pipe(v.string(), v.maxLength(60)),
  }),
  v.object({ told: v.literal('refused'), step: v.picklist(STEPS), why: v.picklist(REFUSALS) }),
  v.object({ told: v.literal('left') }),
  v.object({ told: v.literal('preview'), adapter: v.unknown(), state: chatStateSchema, box: v.boolean() }),
]);

/** What came from the page, checked. An adapter in it has passed the same door as one from a file. */
export type Heard =
  | Exclude<v.InferOutput<typeof wordSchema>, { told: 'preview' }>
  | { readonly told: 'preview'; readonly adapter: Adapter; readonly state: ChatState; readonly box: boolean };

/** One frame of the taught page. */
export interface TaughtFrame {
  readonly frameId: number;
  /** Address of the frame, by the browser's word. */
  readonly url: string;
  readonly post: (command: PickerCommand) => void;
}

export interface Teaching {
  readonly frames: () => readonly TaughtFrame[];
  readonly stop: () => void;
}

interface TeachingEvents {
  readonly onHeard: (heard: Heard, from: TaughtFrame) => void;
  /** A frame is there, or gone. */
  readonly onFrames: () => void;
}

/**
 * Puts the picker into every frame of a page the seller has allowed and listens to it. Only lines that the browser
 * says come from our own script in that very tab are heard; a page has no way to open one.
 *
 * @returns null when the browser does not let us into the page
 */
export async function startTeaching(tabId: number, events: TeachingEvents): Promise<Teaching | null> {
  const ports = new Map<Browser.runtime.Port, TaughtFrame>();
  const onConnect = (port: Browser.runtime.Port) => {
    const { sender } = port;
    if (port.name !== TEACH_LINE || !sender || !isContentScript(sender) || sender.tab?.id !== tabId) return;
    const frame: TaughtFrame = {
      frameId: sender.frameId ?? 0,
      url: sender.url ?? '',
      post: (command) => post(port, command),
    };
    ports.set(port, frame);
    port.onMessage.addListener((message: unknown) => {
      const heard = readWord(message);
      if (heard) events.onHeard(heard, frame);
    });
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      events.onFrames();
    });
    events.onFrames();
  };
  browser.runtime.onConnect.addListener(onConnect);
  const stop = () => {
    browser.runtime.onConnect.removeListener(onConnect);
    for (const port of ports.keys()) port.disconnect();
    ports.clear();
  };
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [FILE] });
  } catch {
    stop();
    return null;
  }
  return { frames: () => [...ports.values()], stop };
}

/** What a message from the page means; null for anything our picker would not say. */
export function readWord(message: unknown): Heard | null {
  const parsed = v.safeParse(wordSchema, message);
  if (!parsed.success) return null;
  const word = parsed.output;
  if (word.told !== 'preview') return word;
  const adapter = parseAdapter(word.adapter);
  const small = adapter.ok && new TextEncoder().encode(JSON.stringify(adapter.adapter)).length <= MOST_BYTES;
  return small ? { ...word, adapter: adapter.adapter } : null;
}

function post(port: Browser.runtime.Port, command: PickerCommand): void {
  try {
    port.postMessage(command);
  } catch {
    // The page is gone; its line says so by itself.
  }
}
