import { canonicalHeader } from './cell';
import type { Match } from './detect';
import { headerOf } from './detect';
import { headOf, type Table } from './files/table';
import type { CustomerFormat } from './formats/format';
import { headerKey } from './header-memory';

/** What a column of the shop's own list of buyers may hold. */
export const BUYER_FIELDS = [
  'name',
  'phone',
  'address',
  'area',
  'birthday',
  'grade',
  'source',
  'tags',
  'note',
] as const;
export type BuyerField = (typeof BUYER_FIELDS)[number];
export type BuyerMap = Readonly<Partial<Record<BuyerField, string>>>;
/** Said once by the owner, by the columns of the file; plain JSON, kept as a setting of the book. */
export type BuyerMemory = Readonly<Record<string, BuyerMap>>;

/**
 * What a book has kept of them; whatever is not of this shape is left out.
 *
 * @example readBuyerMemory({ 'A|B': { name: 'A', phone: 3 }, C: null }) // => { 'A|B': { name: 'A' } }
 */
export function readBuyerMemory(stored: unknown): BuyerMemory {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(
    entries.flatMap(([key, map]: [string, unknown]) => {
      if (typeof map !== 'object' || map === null) return [];
      const said = BUYER_FIELDS.flatMap((field) => {
        const column: unknown = Object.hasOwn(map, field) ? (map as BuyerMap)[field] : undefined;
        return typeof column === 'string' ? [[field, column] as const] : [];
      });
      return said.length > 0 ? [[key, Object.fromEntries(said)] as const] : [];
    }),
  );
}

const NAMES: readonly (readonly [BuyerField, RegExp])[] = [
  ['phone', /手机|手機|电话|電話|phone|mobile|^tel/i],
  ['birthday', /生日|出生|birth/i],
  ['address', /地址|address/i],
  ['area', /地区|地區|区域|區域|城市|省份|city|area|region/i],
  ['grade', /等级|等級|级别|分级|grade|level|tier/i],
  ['source', /来源|來源|渠道|source|channel/i],
  ['tags', /标签|標籤|tags?$/i],
  ['note', /备注|備註|备忘|说明|notes?$|remark|comment/i],
  ['name', /姓名|名字|昵称|暱稱|买家|買家|客户|客戶|顾客|会员|會員|称呼|稱呼|name|buyer|customer|client/i],
];

/**
 * Proposes which column of a list of buyers is which, by their names: for a person to look over.
 *
 * @example guessBuyerColumns(['姓名', '手机号', '喜好']) // => { phone: '手机号', name: '姓名' }
 */
export function guessBuyerColumns(columns: readonly string[]): BuyerMap {
  const map: Partial<Record<BuyerField, string>> = {};
  const taken = new Set<string>();
  for (const [field, name] of NAMES) {
    const found = columns.find((column) => !taken.has(column) && name.test(canonicalHeader(column)));
    if (found === undefined) continue;
    taken.add(found);
    map[field] = found;
  }
  return map;
}

/**
 * Whether a table looks like a list of buyers rather than of orders: it says how to reach them, and never when
 * something was bought.
 *
 * @example looksLikeBuyers(['姓名', '电话', '地址']) // => true
 * @example looksLikeBuyers(['订单号', '收件人电话', '金额']) // => false
 */
export function looksLikeBuyers(columns: readonly string[]): boolean {
  const orders = /单号|單號|订单|訂單|order|invoice|金额|金額|amount|total|数量|quantity/i;
  if (columns.some((column) => orders.test(column))) return false;
  const { name, phone, birthday, tags } = guessBuyerColumns(columns);
  return phone !== undefined || (name !== undefined && (birthday ?? tags) !== undefined);
}

/** The format of a list whose columns the owner has named. */
function ownFormat({ name, address, area, ...columns }: BuyerMap): CustomerFormat {
  return {
    kind: 'customers',
    name: 'own-buyers',
    platform: null,
    signature: { all: [] },
    legacy: 'gb18030',
    columns: {
      ...columns,
      ...(name === undefined ? {} : { name: [name] }),
      ...(address === undefined ? {} : { address: [address] }),
      ...(area === undefined ? {} : { area: [area] }),
    },
  };
}

/** A table whose header the owner has named as one of buyers; `null` when there is none such. */
export function matchBuyers(
  table: Table,
  memory: BuyerMemory,
): (Match & { readonly format: CustomerFormat }) | null {
  for (const cut of table.cuts) {
    for (const row of headOf(table, cut)) {
      const header = headerOf(row);
      const key = headerKey(header.names);
      if (key === '' || !Object.hasOwn(memory, key)) continue;
      return { format: ownFormat(memory[key]!), cut, header };
    }
  }
  return null;
}
