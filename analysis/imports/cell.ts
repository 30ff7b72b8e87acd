const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
/** What exporters write where there is nothing. */
const NOTHING = new Set(['null', 'NULL', '-', '–', '—', '--']);

/** Beyond ASCII and no Chinese character: may be a blank, a mark that is not seen, or a dash. */
function isOdd(code: number): boolean {
  return code > 126 && (code < 0x4e00 || code > 0x9fff);
}

/** True for a cell that may need work; most cells do not, and files have millions. */
function needsWork(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first <= 32 || last <= 32 || isOdd(first) || isOdd(last)) return true;
  return first === 39 || first === 61 || first === 96 || first === 45 || first === 110 || first === 78;
}

/**
 * A cell without the guards that exporters put round ids (`="…"`, a leading `'` or backtick, tabs), and empty
 * where it only says "nothing" (`null`, `-`).
 *
 * @example cleanCell('="1100000000000000001"') // => '1100000000000000001'
 * @example cleanCell("'null") // => ''
 */
export function cleanCell(text: string): string {
  if (text === '' || !needsWork(text)) return text;
  let plain = text.replace(INVISIBLE, '').trim();
  const guarded = /^="(.*)"$/s.exec(plain);
  if (guarded) plain = (guarded[1] ?? '').trim();
  if (plain.startsWith("'") || plain.startsWith('`')) plain = plain.slice(1).trim();
  return NOTHING.has(plain) ? '' : plain;
}

/**
 * A header in the form in which headers are compared: full-width brackets, spaces and commas as ASCII, no
 * invisible characters or guards, no spaces beside Chinese, one way to write 账. Case stays: exact names keep apart what looks alike.
 *
 * A currency at the end (`Grand Total (PHP)`) is left out: it changes with the country of the shop.
 *
 * @example canonicalHeader(' 下单帐号 ') // => '下单账号'
 * @example canonicalHeader('实付款（元）') // => '实付款(元)'
 */
export function canonicalHeader(text: string): string {
  return cleanCell(text.normalize('NFKC').replace(INVISIBLE, ''))
    .replace(/\s+/g, ' ')
    .replace(/ ?\((?:PHP|SGD|MYR|THB|VND|IDR|TWD|BRL|MXN|COP|CLP)\)$/, '')
    .replace(/ (?=[\u2e80-\uffff])|(?<=[\u2e80-\uffff]) /g, '')
    .trim()
    .replaceAll('帐', '账');
}

/**
 * A status word in the form in which they are compared; both commas occur in the same platform's files.
 *
 * @example canonicalWord('买家已付款，等待卖家发货') // => '买家已付款,等待卖家发货'
 */
export function canonicalWord(text: string): string {
  return cleanCell(text).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * An id a spreadsheet has turned into a rounded number: its last digits are gone for good.
 *
 * @example isRoundedId('1.00000E+18') // => true
 * @example isRoundedId('1100000000000000001') // => false
 */
export function isRoundedId(text: string): boolean {
  // Most keys have no such sign: files have millions of them.
  return text.length < 26 && text.includes('+') && /^\d(?:[.,]\d*)?E\+\d+$/i.test(text);
}

/**
 * A buyer or order key as kept. Tables saved by statistics programs write whole numbers as `17850.0`.
 *
 * @example cleanKey('17850.0') // => '17850'
 */
export function cleanKey(text: string): string {
  const plain = cleanCell(text);
  return plain.endsWith('.0') && /^\d+\.0$/.test(plain) ? plain.slice(0, -2) : plain;
}
