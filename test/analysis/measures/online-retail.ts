import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { OrderFrame } from '@analysis/frame/orders';
import Papa from 'papaparse';
import { type OrderRow, orderFrame } from './frames';

/** UCI Online Retail stays outside the repository (45 MB unpacked); without it these tests are skipped. */
const PATH = resolve(process.env.ZHANGGUI_DATA ?? '../shared/data', 'online-retail.csv.gz');
export const hasOnlineRetail = existsSync(PATH);

/** Purchases of the file by the counting rules, read here by hand so that the measures are tested alone. */
export function onlineRetail(): OrderFrame {
  const text = gunzipSync(readFileSync(PATH)).toString('utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const orders = new Map<string, OrderRow & { paid: number }>();
  for (const row of data) {
    const { InvoiceNo = '', CustomerID = '', Quantity = '', UnitPrice = '', InvoiceDate = '' } = row;
    const quantity = Number(Quantity);
    const price = Number(UnitPrice);
    if (CustomerID === '' || InvoiceNo.startsWith('C') || quantity <= 0 || price <= 0) continue;
    const known = orders.get(InvoiceNo);
    if (known) known.paid += quantity * price;
    else {
      const at = InvoiceDate.replace(' ', 'T').slice(0, 16);
      orders.set(InvoiceNo, { buyer: CustomerID, at, paid: quantity * price, number: InvoiceNo });
    }
  }
  return orderFrame([...orders.values()]);
}
