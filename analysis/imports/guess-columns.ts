import type { ColumnMap, MapField } from '../options';
import { parseAmount } from './amount';
import { canonicalHeader, cleanCell } from './cell';
import { parseMoment } from './moments';

/** What cells of a column look like. */
type Look = 'date' | 'amount' | 'score' | 'text';

interface Hint {
  readonly field: MapField;
  readonly name: RegExp;
  readonly looks: readonly Look[];
}

/** The surest first; a column is taken once. Only a proposal for a person to look at, never applied by itself. */
const ORDER_HINTS: readonly Hint[] = [
  {
    field: 'paidAt',
    name: /付款时间|支付时间|付款時間|paid (?:at|on|time|date)|payment date/i,
    looks: ['date'],
  },
  {
    field: 'createdAt',
    name: /下单|下單|订单.*时间|訂單.*時間|日期|时间|時間|date|time|created/i,
    looks: ['date'],
  },
  {
    field: 'buyer',
    name: /买家|買家|会员|會員|客户|顾客|用户|帳號|账号|buyer|customer|client|reviewer|user|e-?mail|member|^id$/i,
    looks: ['text', 'amount', 'score'],
  },
  {
    field: 'order',
    name: /订单号|订单编号|訂單編號|单号|流水号|order[ _-]?(?:id|no|number)|^order$|invoice|transaction/i,
    looks: ['text', 'amount', 'score'],
  },
  { field: 'unitPrice', name: /单价|單價|unit ?price/i, looks: ['amount', 'score'] },
  { field: 'refund', name: /退款金额|退款金額|refund/i, looks: ['amount', 'score'] },
  {
    field: 'paid',
    name: /实付|實付|金额|金額|总价|總價|total|amount|paid|price|revenue|dollars/i,
    looks: ['amount', 'score'],
  },
  { field: 'quantity', name: /数量|數量|件数|qty|quantity|units?$/i, looks: ['amount', 'score'] },
  { field: 'status', name: /状态|狀態|status/i, looks: ['text'] },
  { field: 'item', name: /商品|品名|货号|sku|item|product/i, looks: ['text', 'amount', 'score'] },
];
const ANSWER_HINTS: readonly Hint[] = [
  { field: 'score', name: /评分|評分|分数|打分|星级|星級|score|rating|stars?$/i, looks: ['score'] },
  { field: 'askedAt', name: /邀请|发送时间|asked|sent|invited/i, looks: ['date'] },
  {
    field: 'answeredAt',
    name: /评价时间|評價時間|回答|日期|时间|時間|date|time|answered|created|submitted/i,
    looks: ['date'],
  },
  ...ORDER_HINTS.filter(({ field }) => field === 'buyer' || field === 'order'),
];

/**
 * Proposes which column is which, from the names of the columns and the cells below. A table with scores is taken for
 * answers, any other for orders.
 *
 * @example guessColumns(['Date', 'Total'], [['2026-01-05', '10.00']]) // => { createdAt: 'Date', paid: 'Total' }
 */
export function guessColumns(names: readonly string[], rows: readonly (readonly string[])[]): ColumnMap {
  const columns = names.map((name, index) => ({
    name: canonicalHeader(name),
    look: lookOf(rows.map((row) => cleanCell(row[index] ?? ''))),
  }));
  const answers = columns.some(({ name, look }) => ANSWER_HINTS[0]!.name.test(name) && look === 'score');
  const map: Partial<Record<MapField, string>> = {};
  const taken = new Set<number>();
  for (const hint of answers ? ANSWER_HINTS : ORDER_HINTS) {
    const at = columns.findIndex(
      ({ name, look }, index) => !taken.has(index) && hint.name.test(name) && hint.looks.includes(look),
    );
    if (at < 0) continue;
    taken.add(at);
    map[hint.field] = columns[at]!.name;
  }
  return map;
}

function lookOf(cells: readonly string[]): Look {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return 'text';
  if (filled.every((cell) => parseMoment(cell, null) !== 'bad')) return 'date';
  const amounts = filled.map((cell) => parseAmount(cell));
  if (amounts.some((amount) => amount === null)) return 'text';
  return amounts.every((amount) => amount! >= 0 && amount! <= 100_000) ? 'score' : 'amount';
}
