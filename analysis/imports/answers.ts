import type { Book } from '@shared/records/book';
import type { AnswerFrame } from '../frame/orders';
import { MONEY_SCALE } from '../frame/orders';
import { parseAmount } from './amount';
import { canonicalWord, cleanCell, cleanKey } from './cell';
import { columnIndex, isFooter } from './columns';
import type { Header } from './detect';
import type { Row } from './files/table';
import type { AnswerFormat } from './formats/format';
import type { Tally } from './tally';
import { createTimeReader } from './times';
import { zoneOffsets } from './zone';

/** One answer; NaN where a time or the score is not known. */
export interface Answer {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly score: number;
  /** 0–10, NaN where that was not asked or not answered. */
  readonly recommend: number;
  readonly buyer: string;
  readonly order: string;
}

/** Reads the rows of one export of answers. */
export function createAnswerRows(
  format: AnswerFormat,
  header: Header,
  rules: { readonly dateOrder: 'dmy' | 'mdy' | null; readonly tz: string | null },
  tally: Tally,
) {
  const answers: Answer[] = [];
  let above = 0;
  let highest: { readonly line: number; readonly found: string } | null = null;
  const readTime = createTimeReader({ offset: format.offset ?? null, ...rules });
  const place = {
    score: columnIndex(header, format.columns.score),
    recommend: columnIndex(header, format.columns.recommend),
    asked: columnIndex(header, format.columns.askedAt),
    answered: columnIndex(header, format.columns.answeredAt),
    buyer: columnIndex(header, format.columns.buyer),
    order: columnIndex(header, format.columns.order),
    spam: columnIndex(header, format.spam?.column),
  };
  const cell = (row: Row, index: number) => (index < 0 ? '' : cleanCell(row.cells[index] ?? ''));
  const time = (row: Row, index: number): number | null => {
    const text = cell(row, index);
    if (text === '') return Number.NaN;
    const read = readTime(text);
    if (typeof read !== 'string') return read.wall;
    const column = header.names[index] ?? '';
    if (read === 'ambiguous')
      tally.fatal('imports.refusedDateOrder', { line: row.line, column, found: text });
    else tally.refuse(row.line, column, text, 'bad-date');
    return null;
  };
  function add(row: Row) {
    if (row.cells.every((text) => text.trim() === '') || isFooter(row.cells)) return;
    tally.row();
    if (place.spam >= 0 && format.spam?.words.includes(canonicalWord(cell(row, place.spam))))
      return tally.skip('spam', row.line);
    const askedAt = time(row, place.asked);
    if (askedAt === null) return;
    const answeredAt = time(row, place.answered);
    if (answeredAt === null) return;
    const scoreText = cell(row, place.score);
    const scaled = scoreText === '' ? Number.NaN : parseAmount(scoreText);
    const score = scaled === null ? Number.NaN : scaled / MONEY_SCALE;
    if (score > 5) {
      above++;
      highest ??= { line: row.line, found: scoreText };
    }
    const bad = scaled === null || (scoreText !== '' && !(score >= 1 && score <= 5));
    if (bad) return tally.refuse(row.line, header.names[place.score] ?? '', scoreText, 'bad-score');
    const recommendText = cell(row, place.recommend);
    const recommend = recommendText === '' ? Number.NaN : parseLikelihood(recommendText);
    if (recommend === null)
      return tally.refuse(row.line, header.names[place.recommend] ?? '', recommendText, 'bad-recommend');
    if (scoreText === '' && recommendText === '' && Number.isNaN(askedAt))
      return tally.skip('not-answered', row.line);
    answers.push({
      askedAt,
      answeredAt: scoreText === '' && recommendText === '' ? Number.NaN : answeredAt,
      score,
      recommend,
      buyer: cleanKey(row.cells[place.buyer] ?? ''),
      order: cleanKey(row.cells[place.order] ?? ''),
    });
  }
  /** Answers on another scale would be read as poor ones where they happen to be low. */
  function finish(): readonly Answer[] {
    if (highest !== null && above >= FEWEST && above > OFTEN * (above + answers.length))
      tally.fatal('imports.refusedScale', { ...highest, column: header.names[place.score] ?? '' });
    return answers;
  }

  return { add, finish };
}

/** A whole number from 0 to 10, null for anything else. */
function parseLikelihood(text: string): number | null {
  const scaled = parseAmount(text);
  const answer = scaled === null ? Number.NaN : scaled / MONEY_SCALE;
  return Number.isInteger(answer) && answer >= 0 && answer <= 10 ? answer : null;
}

/** From this share (and number) of scores above 5 on it is no slip of the pen. */
const OFTEN = 0.2;
const FEWEST = 3;

/** Return visits of the book as answers: asked, answered or left without an answer. */
export function answersOfBook(book: Book, tz: string | null): Answer[] {
  const offsetAt = tz === null ? () => 0 : zoneOffsets(tz);
  const wall = (moment: string | null) => {
    if (moment === null) return Number.NaN;
    const instant = Date.parse(moment);
    return instant + offsetAt(instant) * 60_000;
  };
  return book.visits
    .filter((visit) => !visit.deleted && visit.state !== 'planned')
    .map((visit) => ({
      askedAt: wall(visit.askedAt),
      answeredAt: visit.overall === null ? Number.NaN : wall(visit.answeredAt ?? visit.askedAt),
      score: visit.overall ?? Number.NaN,
      recommend: visit.recommend ?? Number.NaN,
      buyer: visit.buyerId,
      order: visit.orderNumber ?? '',
    }));
}

/**
 * Answers as columns, in the order of time. Of equal answers in overlapping files the larger count of any one
 * file stays.
 */
export function answerFrame(files: readonly (readonly Answer[])[]): AnswerFrame {
  const most = new Map<string, { readonly answer: Answer; count: number }>();
  for (const answers of files) {
    const counts = new Map<string, { readonly answer: Answer; count: number }>();
    for (const answer of answers) {
      const key = `${answer.askedAt}\n${answer.answeredAt}\n${answer.score}\n${answer.recommend}\n${answer.buyer}\n${answer.order}`;
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { answer, count: 1 });
    }
    for (const [key, entry] of counts) if (entry.count > (most.get(key)?.count ?? 0)) most.set(key, entry);
  }
  const when = (answer: Answer) =>
    (Number.isNaN(answer.answeredAt) ? answer.askedAt : answer.answeredAt) || 0;
  const all = [...most]
    .sort(([a, { answer: x }], [b, { answer: y }]) => when(x) - when(y) || (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([, { answer, count }]) => Array.from({ length: count }, () => answer));
  return {
    count: all.length,
    askedAt: Float64Array.from(all, (answer) => answer.askedAt),
    answeredAt: Float64Array.from(all, (answer) => answer.answeredAt),
    score: Float64Array.from(all, (answer) => answer.score),
    recommend: Float64Array.from(all, (answer) => answer.recommend),
    buyer: all.map((answer) => answer.buyer),
    order: all.map((answer) => answer.order),
  };
}
