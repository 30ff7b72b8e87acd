import { type AnswerFrame, type OrderFrame, pickSides } from '../frame/orders';

/** Positions of a frame whose wall clock lies in `[start, end)`; `null` when that is all of them. */
function positions(count: number, timeAt: (index: number) => number, start: number, end: number) {
  const inside = (time: number) => time >= start && time < end;
  let all = true;
  for (let index = 0; index < count && all; index++) all = inside(timeAt(index));
  if (all) return null;
  const kept: number[] = [];
  for (let index = 0; index < count; index++) if (inside(timeAt(index))) kept.push(index);
  return kept;
}

/** The orders whose time lies in `[start, end)`. Buyers keep their numbers. */
export function ordersBetween(frame: OrderFrame, start: number, end: number): OrderFrame {
  const kept = positions(frame.count, (index) => frame.time[index]!, start, end);
  return kept ? pickOrders(frame, kept) : frame;
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
  return kept ? pickAnswers(frame, kept) : frame;
}

/** Some of a frame's orders, by position. Buyers keep their numbers. */
export function pickOrders(frame: OrderFrame, kept: readonly number[]): OrderFrame {
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
    ...(frame.sides === undefined ? {} : { sides: pickSides(frame.sides, kept) }),
  };
}

/** Some of a frame's answers, by position. */
export function pickAnswers(frame: AnswerFrame, kept: readonly number[]): AnswerFrame {
  return {
    count: kept.length,
    askedAt: Float64Array.from(kept, (index) => frame.askedAt[index]!),
    answeredAt: Float64Array.from(kept, (index) => frame.answeredAt[index]!),
    score: Float64Array.from(kept, (index) => frame.score[index]!),
    ...(frame.recommend === undefined
      ? {}
      : { recommend: Float64Array.from(kept, (index) => frame.recommend![index]!) }),
    buyer: kept.map((index) => frame.buyer[index]!),
    order: kept.map((index) => frame.order[index]!),
  };
}
