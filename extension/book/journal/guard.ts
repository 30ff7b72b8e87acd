import { type Refusal, refuse } from '../ack';
import type { Deed, Hand, Limit, Outcome } from '../deed';
import { type Examined, UNEXAMINED } from '../examined';
import { refusalOf } from '../failure';
import { sellerLooks, sellerWaits } from '../seller-waits';
import { tooLate } from '../write';
import { type Call, readCall } from './wire';

/**
 * One page writes: the one that holds the lock. It holds the journal too, for as long as it lives. Every other
 * page hands its deeds over and waits for the answer; it stands in line for the lock itself, so that the moment
 * the writer closes, crashes or is killed, the next one takes over and writes what was not answered. A deed that
 * was written before its answer got lost is found by its id, and answered.
 */
export interface Ways {
  /** Waits for the lock and holds it until what is given settles; rejects when the signal fires first. */
  readonly lock: (signal: AbortSignal, hold: () => Promise<void>) => Promise<void>;
  readonly channel: () => Channel;
}

export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** What the page that writes does; made once it holds the lock. */
export interface Writer {
  write(deed: Deed, limit: Limit): Promise<Outcome>;
  examine(repair: boolean): Promise<Examined>;
  close(): void;
}

/** Asked again after so many milliseconds without an answer: the page that writes may have changed. */
const ASK_AGAIN = 200;
/** The page that writes gives up a little earlier than the one that waits: "not saved" is then true. */
const EARLIER = 150;
/** How long looking through a very large book may take, in milliseconds. */
const EXAMINING = 120_000;
/** Answers remembered for a page that asks again. */
const REMEMBERED = 200;

interface Waiting {
  readonly deed: Deed;
  readonly limit: Limit;
  readonly resolve: (outcome: Outcome) => void;
}

export interface Guarded {
  readonly generation: number;
  /** For names of requests nobody else makes. */
  readonly newId: () => string;
}

/**
 * Joins the pages of this book.
 *
 * @param become makes the writer, once this page is the one; it is given how to say that the book has moved
 * @param onMoved the book is another generation now
 */
export function joinGuard(
  book: Guarded,
  ways: Ways,
  become: (moved: () => void) => Writer,
  onMoved: () => void,
): Omit<Hand, 'beside'> {
  const waiting = new Map<string, Waiting>();
  const channel = ways.channel();
  const leaving = new AbortController();
  const served = new Map<string, { readonly stop: AbortController; readonly outcome: Promise<Outcome> }>();
  const examining = new Map<string, (found: Examined) => void>();
  let writer: Writer | null = null;
  let again: ReturnType<typeof setInterval> | undefined;

  const say = (call: Call) => {
    // A page that is closing has no voice any more; whoever waits for it asks the next one.
    if (!leaving.signal.aborted) channel.postMessage(call);
  };

  channel.addEventListener('message', ({ data }) => {
    const call = readCall(data);
    if (!call) return;
    if (call.call === 'deed' || call.call === 'waits') sellerLooks();
    if (call.call === 'here') askAll();
    else if (call.call === 'moved') call.generation === book.generation && onMoved();
    else if (call.call === 'answer') settle(call.request, call.outcome);
    else if (call.call === 'leave') served.get(call.request)?.stop.abort();
    else if (call.call === 'examined') examining.get(call.request)?.(call.found);
    else if (call.call === 'examine') {
      if (writer && call.generation === book.generation) {
        const { request } = call;
        void writer.examine(call.repair).then((found) => say({ call: 'examined', request, found }));
      }
    } else if (writer && call.call === 'deed') serve(writer, call);
  });

  void ways.lock(leaving.signal, hold).catch(() => undefined);

  async function hold(): Promise<void> {
    if (leaving.signal.aborted) return;
    const made = become(() => {
      say({ call: 'moved', generation: book.generation });
      onMoved();
    });
    writer = made;
    say({ call: 'here', generation: book.generation });
    askAll();
    await new Promise<void>((done) => leaving.signal.addEventListener('abort', () => done(), { once: true }));
    writer = null;
    made.close();
  }

  /** Writes for another page. */
  function serve(own: Writer, { request, generation, until, deed }: Extract<Call, { call: 'deed' }>): void {
    const answer = (outcome: Outcome) => say({ call: 'answer', request, outcome });
    const here = generation === book.generation;
    if (here && !served.has(request)) begin(own, request, until, deed);
    void (here ? served.get(request)?.outcome : Promise.resolve(movedOn()))?.then(answer);
  }

  function begin(here: Writer, request: string, until: number, deed: Deed): void {
    const stop = new AbortController();
    const left = until - EARLIER - Date.now();
    const timer = setTimeout(() => stop.abort(), Math.max(0, left));
    if (left <= 0) stop.abort();
    const limit = { until, signal: stop.signal };
    // This page's own screens wait for the answer too: it is on its way through here.
    const answered = sellerWaits();
    const outcome = here.write(deed, limit).catch(refusalOf);
    void outcome.then(() => {
      clearTimeout(timer);
      answered();
    });
    served.set(request, { stop, outcome });
    for (const old of served.keys()) {
      if (served.size <= REMEMBERED) break;
      served.delete(old);
    }
  }

  function settle(request: string, outcome: Outcome): void {
    const asked = waiting.get(request);
    if (!asked) return;
    waiting.delete(request);
    if (waiting.size === 0) stopAsking();
    asked.resolve(outcome);
  }

  function ask(request: string): void {
    const asked = waiting.get(request);
    if (!asked) return;
    const { deed, limit } = asked;
    if (writer) {
      // Written here now; a second call for the same request finds nobody waiting.
      const here = writer;
      waiting.delete(request);
      say({ call: 'waits' });
      here.write(deed, limit).catch(refusalOf).then(asked.resolve);
      return;
    }
    say({ call: 'deed', request, generation: book.generation, until: limit.until, deed });
  }

  function askAll(): void {
    for (const request of [...waiting.keys()]) ask(request);
  }

  function stopAsking(): void {
    clearInterval(again);
    again = undefined;
  }

  return {
    write: (deed, limit) =>
      new Promise((resolve) => {
        if (leaving.signal.aborted) return resolve(movedOn());
        const request = book.newId();
        waiting.set(request, { deed, limit, resolve });
        limit.signal.addEventListener(
          'abort',
          () => {
            if (!waiting.has(request)) return;
            say({ call: 'leave', request });
            settle(request, tooLate());
          },
          { once: true },
        );
        again ??= setInterval(askAll, ASK_AGAIN);
        ask(request);
        if (waiting.size === 0) stopAsking();
      }),
    examine: (repair) => {
      if (writer) return writer.examine(repair);
      const request = book.newId();
      return new Promise((resolve) => {
        const answer = (found: Examined) => {
          clearTimeout(timer);
          examining.delete(request);
          resolve(found);
        };
        const timer = setTimeout(() => answer(UNEXAMINED), EXAMINING);
        examining.set(request, answer);
        say({ call: 'examine', request, generation: book.generation, repair });
      });
    },
    close: () => {
      leaving.abort();
      stopAsking();
      for (const request of [...waiting.keys()]) settle(request, movedOn());
      channel.close();
    },
  };
}

function movedOn(): Refusal {
  return refuse('moved', 'another book has taken the place of this one');
}
