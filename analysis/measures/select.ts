import type { AnswerFrame, OrderFrame } from '../frame/orders';

/** Positions of a frame whose wall clock lies in `[start, end)`; `null` when that is all of them. */
function positions(count: number, timeAt: (index: number) => number, start: number, end: number) {
  const kept: number[] = [];
  for (let index = 0; index < count; index++) {
    const time = timeAt(index);
    if (time >= start && time < end) kept.push(index);
  }
  return kept.length === count ? null : kept;
}

/** The orders whose time lies in `[start, end)`. Buyers keep their numbers. */
export function ordersBetween(frame: OrderFrame, start: number, end: number): OrderFrame {
  const kept = positions(frame.count, (index) => frame.time[index]!, start, end);
  if (!kept) return frame;
  return {
    count: kept.length,
    platforms: frame.platforms,
    platform: Uint8Array.from(kept, (index) => frame.platform[index]!),
    number: kept.map((index) => frame.number[index]!),
    buyer: Int32Array.from(kept, (index) => frame.buyer[index]!),
    buyers: frame.buyers,
    time: Float64Array.from(kept, (index) => frame.time[index]!),
    paid: Float64Array.from(kept, (index) => frame.paid[index]!),
    refund: Float64Array.from(kept, (index) => frame.refund[index]!),
    refundUnknown: Uint8Array.from(kept, (index) => frame.refundUnknown[index]!),
    lines: Uint32Array.from(kept, (index) => frame.lines[index]!),
  };
}

/** When an answer counts: the day it was given, else the day of asking. */
export function answerTime(frame: AnswerFrame, index: number): number {
  const answered = frame.answeredAt[index]!;
  return Number.isNaN(answered) ? frame.askedAt[index]! : answered;
}

/** The askings and answers whose time lies in `[start, end)`; those with no time at all stay. */
export function answersBetween(frame: AnswerFrame, start: number, end: number): AnswerFrame {
  const timeAt = (index: number) => {
    const time = answerTime(frame, index);
    return Number.isNaN(time) ? start : time;
  };
  const kept = positions(frame.count, timeAt, start, end);
  if (!kept) return frame;
  return {
    count: kept.length,
    askedAt: Float64Array.from(kept, (index) => frame.askedAt[index]!),
    answeredAt: Float64Array.from(kept, (index) => frame.answeredAt[index]!),
    score: Float64Array.from(kept, (index) => frame.score[index]!),
    buyer: kept.map((index) => frame.buyer[index]!),
    order: kept.map((index) => frame.order[index]!),
  };
}
