import type { Adapter } from '@extension/chat/adapter';
import { type PickRefusal, STEPS, type Step } from '@extension/chat/teach/steps';
import type { ChatState } from '@extension/messaging/chat-state';
import { type Heard, startTeaching, type TaughtFrame, type Teaching } from '@extension/messaging/teach';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What the page makes of what was pointed at, as the engine reads it. */
export interface Seen {
  readonly adapter: Adapter;
  readonly state: ChatState;
  readonly box: boolean;
}

export interface TeachState {
  readonly phase: 'start' | 'pick' | 'preview';
  readonly at: number;
  /** What was taken for each step so far; an empty text stands for something without words. */
  readonly taken: ReadonlyMap<Step, string>;
  readonly refused: PickRefusal | null;
  /** Esc was pressed in the page. */
  readonly paused: boolean;
  readonly trouble: 'gone' | 'closed' | null;
  readonly seen: Seen | null;
}

const START: TeachState = {
  phase: 'start',
  at: 0,
  taken: new Map(),
  refused: null,
  paused: false,
  trouble: null,
  seen: null,
};
/** The second of a pair means nothing without the first. */
const NEEDS: Partial<Record<Step, Step>> = { rowB: 'rowA', mine: 'theirs' };
const LOOK_EVERY = 1500;

interface Asking {
  readonly tabId: number | null;
  readonly day: string;
  /** What the seller is asked in the page. */
  readonly say: (step: Step) => string;
  readonly baseOf: (address: string) => Promise<Adapter | null>;
}

/** The course of teaching: six things pointed at, then what they lead to, until it is kept or left. */
export function useTeaching({ tabId, day, say, baseOf }: Asking) {
  const [state, setState] = useState(START);
  const now = useRef(state);
  now.current = state;
  const teaching = useRef<Teaching | null>(null);
  /** All parts stand in one frame: the one that was pointed into first. */
  const frame = useRef<TaughtFrame | null>(null);
  const described = useRef(new Set<TaughtFrame>());
  const set = (next: Partial<TeachState>) => {
    now.current = { ...now.current, ...next };
    setState(now.current);
  };
  const end = () => {
    teaching.current?.stop();
    teaching.current = null;
    frame.current = null;
  };
  useEffect(() => end, []);

  const tell = (command: Parameters<TaughtFrame['post']>[0]) => {
    for (const one of teaching.current?.frames() ?? []) one.post(command);
  };
  /** The picker holds what is pointed at against the description the page has. */
  const describeTo = (one: TaughtFrame) => {
    if (described.current.has(one)) return;
    described.current.add(one);
    void baseOf(one.url).then((base) => one.post({ do: 'base', base }));
  };
  const ask = (at: number) => {
    const step = STEPS[at];
    if (!step) return look();
    set({ phase: 'pick', at, refused: null, paused: false, seen: null });
    tell({ do: 'pick', step, say: say(step) });
  };
  const next = (at: number) => {
    let to = at + 1;
    for (let step = STEPS[to]; step; step = STEPS[to]) {
      const first = NEEDS[step];
      if (first === undefined || now.current.taken.has(first)) break;
      to += 1;
    }
    ask(to);
  };
  const look = () => {
    tell({ do: 'rest' });
    set({ phase: 'preview', refused: null, paused: false });
  };

  const onHeard = (heard: Heard, from: TaughtFrame) => {
    if (heard.told === 'preview') {
      const { adapter, state: chat, box } = heard;
      if (from.frameId === frame.current?.frameId) set({ seen: { adapter, state: chat, box } });
      return;
    }
    if (heard.told === 'left') {
      tell({ do: 'rest' });
      return set({ paused: true });
    }
    const { phase, at, taken } = now.current;
    if (phase !== 'pick' || heard.step !== STEPS[at]) return;
    if (heard.told === 'refused') return set({ refused: heard.why });
    if (frame.current && frame.current.frameId !== from.frameId) {
      from.post({ do: 'forget', step: heard.step });
      tell({ do: 'pick', step: heard.step, say: say(heard.step) });
      return set({ refused: 'other-frame' });
    }
    frame.current ??= from;
    set({ taken: new Map(taken).set(heard.step, heard.words) });
    next(at);
  };

  async function begin(): Promise<void> {
    end();
    set({ ...START });
    if (tabId === null) return set({ trouble: 'closed' });
    const started = await startTeaching(tabId, {
      onHeard,
      onFrames: () => {
        for (const one of teaching.current?.frames() ?? []) describeTo(one);
        const lines = teaching.current?.frames();
        const mine = frame.current;
        if (mine && lines && !lines.some(({ frameId }) => frameId === mine.frameId)) {
          end();
          set({ ...START, trouble: 'gone' });
        } else if (now.current.phase === 'pick' && !now.current.paused) {
          const step = STEPS[now.current.at];
          // A frame that came later is asked as well.
          if (step) tell({ do: 'pick', step, say: say(step) });
        }
      },
    });
    if (!started) return set({ trouble: 'closed' });
    teaching.current = started;
    for (const one of started.frames()) describeTo(one);
    ask(0);
  }

  const { phase } = state;
  useEffect(() => {
    const mine = frame.current;
    if (phase !== 'preview' || !mine) return;
    const see = () => mine.post({ do: 'preview', day });
    see();
    const timer = setInterval(see, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [phase, day]);

  return {
    state,
    begin: () => void begin(),
    goOn: () => ask(now.current.at),
    skip() {
      const { at, taken } = now.current;
      const step = STEPS[at];
      if (!step) return;
      const left = new Map(taken);
      left.delete(step);
      frame.current?.post({ do: 'forget', step });
      // Half a pair is nothing: its first goes with it.
      const first = NEEDS[step];
      if (first !== undefined) {
        left.delete(first);
        frame.current?.post({ do: 'forget', step: first });
      }
      set({ taken: left });
      next(at);
    },
    back() {
      let to = now.current.at - 1;
      for (let step = STEPS[to]; step; step = STEPS[to]) {
        const first = NEEDS[step];
        if (first === undefined || now.current.taken.has(first)) break;
        to -= 1;
      }
      ask(Math.max(0, to));
    },
    end,
  };
}

export type TeachingCourse = ReturnType<typeof useTeaching>;
