import type { Book } from '@shared/records/book';
import type { Dataset } from '../dataset';
import type { AnswerFrame, OrderFrame } from '../frame/orders';
import { pickAnswers, pickOrders } from './select';

/**
 * The data without the sample buyer that shows newcomers how things work: they and all that hangs on them are
 * in no number. The very same data where there is none.
 */
export function withoutSamples(data: Dataset): Dataset {
  const { book } = data;
  const samples = new Set((book?.buyers ?? []).flatMap((buyer) => (buyer.sample ? [buyer.id] : [])));
  if (book === null || samples.size === 0) return data;
  return {
    ...data,
    book: bookWithout(book, samples),
    orders: ordersWithout(data.orders, samples),
    netted: data.netted === null ? null : ordersWithout(data.netted, samples),
    answers: answersWithout(data.answers, samples),
  };
}

function bookWithout(book: Book, buyers: ReadonlySet<string>): Book {
  const stays = (row: object) =>
    !('buyerId' in row && typeof row.buyerId === 'string' && buyers.has(row.buyerId));
  const tables = Object.entries(book).map(([table, rows]) => [
    table,
    (rows as readonly object[]).filter(stays),
  ]);
  return {
    ...(Object.fromEntries(tables) as unknown as Book),
    buyers: book.buyers.filter((buyer) => !buyers.has(buyer.id)),
  };
}

function ordersWithout(frame: OrderFrame, buyers: ReadonlySet<string>): OrderFrame {
  const kept: number[] = [];
  for (let index = 0; index < frame.count; index += 1) {
    const column = frame.buyer[index]!;
    if (column < 0 || !buyers.has(frame.buyers[column]!)) kept.push(index);
  }
  if (kept.length === frame.count) return frame;
  return pickOrders(frame, kept);
}

function answersWithout(frame: AnswerFrame, buyers: ReadonlySet<string>): AnswerFrame {
  const kept = frame.buyer.flatMap((buyer, index) => (buyers.has(buyer) ? [] : [index]));
  if (kept.length === frame.count) return frame;
  return pickAnswers(frame, kept);
}
