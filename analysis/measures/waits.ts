import { weekday } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { Wait } from '@shared/records/wait';
import type { Rate } from '../review';
import { type BookView, inView, settledInView } from './book-view';
import { rateOf } from './intervals';
import { median } from './median';
import { clockHour, momentDay } from './wall-clock';

/** Waits of one hour of the day, one weekday, or all. */
export interface WaitRow {
  /** 0–23, or 1 (Monday) – 7 (Sunday). */
  readonly at: number;
  readonly waits: number;
  readonly medianMinutes: number | null;
  /** Nine in ten were answered within so many minutes. */
  readonly mostMinutes: number | null;
  readonly left: number;
}

export interface WaitsSection extends Rate {
  readonly waits: number;
  readonly answered: number;
  /** Who gave up before an answer; `rate` is their share of all that ended. */
  readonly left: number;
  readonly medianMinutes: number | null;
  readonly mostMinutes: number | null;
  /** Of the answered, those whose length the chat itself told; the others are counted from when they were seen. */
  readonly exact: number;
  readonly byHour: readonly WaitRow[];
  readonly byWeekday: readonly WaitRow[];
}

/**
 * Waits in the queue by hour of the day and by weekday (of their beginning, in the shop's zone), and how many
 * left unanswered. Those still waiting have no length yet and are in none. `null` without any.
 */
export function waitsSection(book: Book, view: BookView): WaitsSection | null {
  const waits = waitsEnded(book, view);
  if (waits.length === 0) return null;
  const answered = waits.filter((wait) => wait.answeredAt !== null);
  const left = waits.length - answered.length;
  const hourOf = (wait: Wait) => clockHour(wait.startedAt, view.timeZone);
  const dayOf = (wait: Wait) => weekday(momentDay(wait.startedAt, view.timeZone));
  const rows = (from: number, to: number, of: (wait: Wait) => number) =>
    Array.from({ length: to - from + 1 }, (_, index) =>
      rowOf(
        from + index,
        waits.filter((wait) => of(wait) === from + index),
      ),
    ).filter((row) => row.waits > 0);
  const { at: _, ...all } = rowOf(0, waits);
  return {
    ...all,
    answered: answered.length,
    left,
    ...rateOf(left, waits.length),
    exact: answered.filter((wait) => wait.exact).length,
    byHour: rows(0, 23, hourOf),
    byWeekday: rows(1, 7, dayOf),
  };
}

/** Waits of the view that have ended, by an answer or without. */
export function waitsEnded(book: Book, view: BookView): readonly Wait[] {
  return book.waits.filter((wait) => !wait.deleted && inView(wait.startedAt, view) && ended(wait, view));
}

function ended(wait: Wait, view: BookView): boolean {
  const end = wait.answeredAt ?? wait.leftAt;
  return end !== null && settledInView(end, view);
}

/** How long a wait lasted, in minutes; `null` while it lasts or when nobody answered. */
export function waitMinutes({
  startedAt,
  answeredAt,
}: Pick<Wait, 'startedAt' | 'answeredAt'>): number | null {
  return answeredAt === null ? null : Math.max(0, Date.parse(answeredAt) - Date.parse(startedAt)) / 60_000;
}

function rowOf(at: number, waits: readonly Wait[]): WaitRow {
  const minutes = waits.flatMap((wait) => waitMinutes(wait) ?? []).sort((a, b) => a - b);
  return {
    at,
    waits: waits.length,
    medianMinutes: median(minutes),
    // The value that nine in ten do not exceed, one of those seen.
    mostMinutes: minutes[Math.max(0, Math.ceil(0.9 * minutes.length) - 1)] ?? null,
    left: waits.filter((wait) => wait.answeredAt === null).length,
  };
}
