import { type Signal, signal } from '@preact/signals';
import type { Frozen } from '@shared/records/freeze-file';
import { DECISIONS, NO_RESOLUTION, NO_WORK, type Resolution, type WeekWork } from '@shared/records/week-work';
import type { Json } from '@shared/text/json';
import type { SinceLast } from '../../findings/since/since';
import type { Review } from '../../review';
import type { FrozenEntry, LetterHome } from '../home';
import type { InputHash } from '../source';

/** What the owner does to the letter of one week: writes, ticks, puts away. Everything typed is kept at once. */
export interface Desk {
  readonly home: LetterHome;
  readonly work: Signal<WeekWork>;
  /** Whether what was typed last is written; null before anything was. */
  readonly saved: Signal<boolean | null>;
  /** What was ticked here of the decisions of the week before, by their words. */
  readonly ticks: Signal<Readonly<Record<string, boolean | null>>>;
  readonly frozen: Signal<readonly FrozenEntry[]>;
  readonly open: (week: string) => Promise<void>;
  readonly decide: (index: number, change: Partial<Resolution>) => Promise<void>;
  readonly note: (section: string, text: string) => Promise<void>;
  readonly tick: (since: SinceLast, text: string, done: boolean | null) => Promise<void>;
  /** Puts the week away as it stands. */
  readonly freeze: (review: Review, inputs: readonly InputHash[], now: number) => Promise<boolean>;
}

/** The desk over a home; nothing is read before a week is opened. */
export function makeDesk(home: LetterHome): Desk {
  const work = signal<WeekWork>(NO_WORK);
  const saved = signal<boolean | null>(null);
  const ticks = signal<Readonly<Record<string, boolean | null>>>({});
  const frozen = signal<readonly FrozenEntry[]>([]);
  let week = '';
  let opening: Promise<void> = Promise.resolve();

  /** What was written before is read first: what is typed meanwhile is added to it, not put in its place. */
  async function read(next: string): Promise<void> {
    const [written, weeks] = await Promise.all([home.readWork(next), home.frozenWeeks()]);
    frozen.value = weeks;
    if (next === week) return;
    week = next;
    work.value = written;
    ticks.value = {};
    saved.value = null;
  }

  async function keep(next: WeekWork): Promise<void> {
    work.value = next;
    saved.value = await home.saveWork(week, next);
  }

  return {
    home,
    work,
    saved,
    ticks,
    frozen,
    open(next) {
      opening = read(next);
      return opening;
    },
    async decide(index, change) {
      await opening;
      await keep({
        ...work.value,
        decisions: Array.from({ length: DECISIONS }, (_, at) => {
          const one = work.value.decisions[at] ?? NO_RESOLUTION;
          return at === index ? { ...one, ...change } : one;
        }),
      });
    },
    async note(section, text) {
      await opening;
      await keep({ ...work.value, notes: { ...work.value.notes, [section]: text } });
    },
    async tick(since, text, done) {
      ticks.value = { ...ticks.value, [text]: done };
      const before = await home.readWork(since.week);
      // Only in the file of the week put away: then they are written down here for the first time.
      const known = before.decisions.length > 0 ? before.decisions : since.decisions.map(withoutNow);
      const decisions = known.map((one) => (one.text === text ? { ...one, done } : one));
      saved.value = await home.saveWork(since.week, { ...before, decisions });
    },
    async freeze(review, inputs, now) {
      const kept = await home.freeze({
        week: review.period.isoWeek,
        takenAt: new Date(now).toISOString(),
        program: home.program,
        inputs: inputs.map(({ name, hash }) => ({ name: name.slice(0, 500), hash })),
        review: ticked(review, ticks.value) as unknown as Json,
        notes: work.value.notes,
        decisions: work.value.decisions as unknown as Json,
      } satisfies Frozen);
      if (kept) frozen.value = await home.frozenWeeks();
      return kept;
    },
  };
}

function withoutNow({ now: _, ...decision }: SinceLast['decisions'][number]): Resolution {
  return decision;
}

/** The review as it stands on the page: with what was ticked here. */
export function ticked(review: Review, ticks: Readonly<Record<string, boolean | null>>): Review {
  if (!review.since) return review;
  const decisions = review.since.decisions.map((one) =>
    Object.hasOwn(ticks, one.text) ? { ...one, done: ticks[one.text] ?? null } : one,
  );
  return { ...review, since: { ...review.since, decisions } };
}
