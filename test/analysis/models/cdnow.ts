import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OrderFrame } from '@analysis/frame/orders';
import { type PurchaseSummary, purchaseDays, summarise } from '@analysis/models/summary';
import { dayNumber } from '@shared/calendar/day';

/** From the root, where tests and the bench are started: a bundle has another place than its source. */
const fixture = (name: string) => resolve('test/fixtures/numbers', name);

export function readNumbers<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(fixture(name), 'utf8')) as Shape;
}

export interface Purchase {
  readonly buyer: string;
  readonly day: string;
  readonly amount: number;
}

/** A frame of purchases of one shop, in the order given. */
export function frameOf(purchases: readonly Purchase[]): OrderFrame {
  const buyers = [...new Set(purchases.map((p) => p.buyer))];
  const index = new Map(buyers.map((buyer, i) => [buyer, i]));
  const count = purchases.length;
  return {
    count,
    platforms: ['shop'],
    platform: new Uint8Array(count),
    number: purchases.map(() => ''),
    buyer: Int32Array.from(purchases, (p) => index.get(p.buyer)!),
    buyers,
    time: Float64Array.from(purchases, (p) => dayNumber(p.day) * 86_400_000 + 36_000_000),
    paid: Float64Array.from(purchases, (p) => Math.round(p.amount * 10_000)),
    refund: new Float64Array(count),
    refundUnknown: new Uint8Array(count),
    lines: new Uint32Array(count).fill(1),
  };
}

/** Reads a CDNOW file by the positions of buyer, date and amount. */
function read(path: string, [buyer, date, amount]: readonly [number, number, number]): readonly Purchase[] {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const cells = line.split(',');
    const day = cells[date]!;
    return {
      buyer: cells[buyer]!,
      day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
      amount: Number(cells[amount]),
    };
  });
}

export const cdnowPurchases = () => read(fixture('cdnow-sample.csv'), [0, 2, 4]);

/** Buyers at the end of the customary calibration period, in weeks. */
export function cdnowCalibration(purchases = cdnowPurchases()): PurchaseSummary {
  return summarise(purchaseDays(frameOf(purchases), '1998-06-30'), dayNumber('1997-09-30'), 7);
}

/** The whole CDNOW file is not part of the repository: its folder is named by ZHANGGUI_DATA. */
export function cdnowMaster(): readonly Purchase[] | null {
  const folder = process.env.ZHANGGUI_DATA ?? resolve('../shared/data');
  const path = `${folder}/cdnow-master.csv`;
  return existsSync(path) ? read(path, [0, 1, 3]) : null;
}
