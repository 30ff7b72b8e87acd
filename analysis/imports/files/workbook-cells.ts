import { elements, inFirst, withoutElements } from './xml-elements';

/** @example unescapeXml('a &amp; b&#10;') // => 'a & b\n' */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (_, decimal, hex, name) => {
      if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? '';
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** All runs of a rich text joined; phonetic guides left out. */
function joinedText(xml: string): string {
  const runs = [...elements(withoutElements(xml, 'rPh'), 't')];
  return unescapeXml(runs.map(({ inside }) => inside).join(''));
}

/** The texts that cells point to. */
export function sharedTexts(xml: string): readonly string[] {
  return [...elements(xml, 'si')].map(({ inside }) => joinedText(inside));
}

/**
 * Whether a number format shows a date: by its code, or by its number where it is one of the built-in formats.
 *
 * @example isDateFormat('yyyy-mm-dd') // => true
 * @example isDateFormat(2) // => false
 */
export function isDateFormat(format: string | number): boolean {
  if (typeof format === 'string')
    return /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''));
  const time = format >= 45 && format <= 58 && format !== 48 && format !== 49;
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || time;
}

/**
 * A number of a cell as text. One of more than 15 digits has lost its end in the spreadsheet: it is handed on in
 * E-notation, so that it is refused as an id.
 *
 * @example numberText(1100000000000000001) // => '1.1e+18'
 */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
}

/** For each cell style, whether it shows a number as a date. */
export function dateStyles(xml: string): readonly boolean[] {
  const custom = new Map<number, boolean>();
  for (const format of xml.matchAll(/<(?:\w+:)?numFmt\b[^<>]*>/g)) {
    const id = Number(/\bnumFmtId="(\d+)"/.exec(format[0])?.[1] ?? -1);
    const code = unescapeXml(/\bformatCode="([^"]*)"/.exec(format[0])?.[1] ?? '');
    custom.set(id, isDateFormat(code));
  }
  const cells = inFirst(xml, 'cellXfs');
  return [...cells.matchAll(/<(?:\w+:)?xf\b[^<>]*>/g)].map((style) => {
    const id = Number(/\bnumFmtId="(\d+)"/.exec(style[0])?.[1] ?? 0);
    return custom.get(id) ?? isDateFormat(id);
  });
}

/**
 * A spreadsheet's day number as text, by the parts of UTC: a local Date would shift it by hours or a day.
 *
 * @example serialDate(45778.5, false) // => '2025-05-01 12:00:00'
 */
export function serialDate(serial: number, since1904: boolean): string {
  // Days 1 to 59 of the older count are one off: it believes in a 29 February 1900.
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const date = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  return Number.isFinite(date.getTime()) ? date.toISOString().slice(0, 19).replace('T', ' ') : '';
}

/** The text of one cell as its reader sees it, numbers as written. */
export function cellText(
  attributes: string,
  inside: string,
  shared: readonly string[],
  dates: readonly boolean[],
  since1904: boolean,
): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return joinedText(inside);
  const value = unescapeXml(inFirst(inside, 'v'));
  if (value === '') return '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'str' || type === 'd') return value;
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0);
  if (dates[style]) return serialDate(Number(value), since1904);
  return /^-?\d{16,}$/.test(value) ? Number(value).toExponential() : value;
}
