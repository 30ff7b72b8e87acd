import type { OrderSides } from '../frame/orders';
import { type TextLists, textLists } from '../frame/text-lists';
import { cleanCell } from './cell';
import type { Facts, UncutCell } from './facts';
import { withRoom } from './growing';
import { createInterner, type Interner } from './interner';
import { cityOf } from './place';

/** Texts told of units, one position each time one was told. */
export interface UnitTexts {
  readonly texts: Interner;
  count: number;
  unit: Int32Array;
  text: Int32Array;
}

/** What the rows of one file say of their orders besides who, when and how much. */
export interface SideColumns {
  readonly product: UnitTexts;
  readonly city: UnitTexts;
  readonly discount: UnitTexts;
}
const SIDES = ['product', 'city', 'discount'] as const;

const unitTexts = (): UnitTexts => ({
  texts: createInterner(),
  count: 0,
  unit: new Int32Array(),
  text: new Int32Array(),
});

export function createSides(): SideColumns {
  return { product: unitTexts(), city: unitTexts(), discount: unitTexts() };
}

/** Puts texts into the columns; what is the same as in the rows before costs a comparison. */
export function createSideWriter({ product, city, discount }: SideColumns) {
  /** By number of the thing: place of its title. */
  const places: number[] = [];
  let lastTitle = '';
  let lastPlace = -1;
  let lastUnit = -1;
  let lastRegion = '';
  let lastCity = -1;
  let lastDiscount = '';

  /**
   * Where the file numbers its things a thing is called what it was called first; else its title is all there is.
   *
   * @param item number of the thing, −1 where the file has none
   */
  function placeOf(title: string | UncutCell, item: number): number {
    const known = item < 0 ? undefined : places[item];
    if (known !== undefined && known >= 0) return known;
    const written = typeof title === 'string' ? title : (title.row?.cells[title.column] ?? '');
    if (item < 0 && written === lastTitle) return lastPlace;
    const clean = cleanCell(written).slice(0, MOST);
    const place = clean === '' ? -1 : product.texts.of(clean);
    if (item >= 0) places[item] = place;
    lastTitle = written;
    lastPlace = place;
    return place;
  }

  return (unit: number, row: Pick<Facts, 'title' | 'region' | 'discount'>, item: number): void => {
    if (row.title !== '') put(product, unit, placeOf(row.title, item));
    if (unit === lastUnit && row.region === lastRegion && row.discount === lastDiscount) return;
    lastUnit = unit;
    lastDiscount = row.discount;
    if (row.region !== lastRegion) {
      const place = row.region === '' ? '' : cityOf(row.region).slice(0, MOST);
      lastCity = place === '' ? -1 : city.texts.of(place);
      lastRegion = row.region;
    }
    put(city, unit, lastCity);
    if (row.discount !== '') put(discount, unit, discount.texts.of(row.discount.slice(0, MOST)));
  };
}

/** A cell longer than this (characters) is no title. */
const MOST = 200;

function put(told: UnitTexts, unit: number, text: number): void {
  if (text < 0) return;
  const at = told.count++;
  told.unit = withRoom(told.unit, at);
  told.text = withRoom(told.text, at);
  told.unit[at] = unit;
  told.text[at] = text;
}

/**
 * The sides of all files together.
 *
 * @param orderOf by file and unit: position in the frame, −1 where a unit is no order
 */
export function joinSides(
  files: readonly SideColumns[],
  orderOf: readonly Int32Array[],
  orders: number,
): OrderSides {
  const [product, city, discount] = SIDES.map((side) =>
    joined(
      files.map((file) => file[side]),
      orderOf,
      orders,
    ),
  ) as [TextLists, TextLists, TextLists];
  return { product, city, discount };
}

function joined(files: readonly UnitTexts[], orderOf: readonly Int32Array[], orders: number): TextLists {
  const all = createInterner();
  const count = files.reduce((sum, file) => sum + file.count, 0);
  const order = new Int32Array(count);
  const text = new Int32Array(count);
  let at = 0;
  for (const [file, told] of files.entries()) {
    const place = Int32Array.from(told.texts.texts, (one) => all.of(one));
    const owner = orderOf[file]!;
    for (let i = 0; i < told.count; i++) {
      order[at] = owner[told.unit[i]!]!;
      text[at] = place[told.text[i]!]!;
      at++;
    }
  }
  return textLists(orders, { texts: all.texts, count, order, text });
}
