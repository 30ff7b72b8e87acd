const MOJIBAKE = /\ufffd|锟斤拷|烫烫烫|[ÃÂåæçè][\u0080-\u00bf\u2018-\u2022\u0152-\u017e€‚ƒ„…†‡ˆ‰‹–—˜™›]/;

/**
 * True for text that was read in a wrong encoding and saved so: it can't be mended, only downloaded again.
 *
 * @example isMojibake('锟斤拷锟斤拷') // => true
 * @example isMojibake('鍟嗗搧') // => true
 * @example isMojibake('商品') // => false
 */
export function isMojibake(text: string): boolean {
  return MOJIBAKE.test(text) || isUtf8ReadAsGbk(text);
}

let gbk: ReadonlyMap<string, number> | null = null;

/** The two bytes of each GBK character: no platform can write GBK, so its own reader is asked for all of them. */
function gbkBytes(): ReadonlyMap<string, number> {
  if (gbk) return gbk;
  const table = new Map<string, number>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd') table.set(char, lead * 256 + trail);
    }
  }
  gbk = table;
  return table;
}

/** Chinese that is nonsense as it stands, and Chinese again when its GBK bytes are read as UTF-8. */
function isUtf8ReadAsGbk(text: string): boolean {
  if (!/[\u4e00-\u9fff]/.test(text)) return false;
  const table = gbkBytes();
  const bytes: number[] = [];
  for (const char of text) {
    const code = table.get(char);
    if (code === undefined) bytes.push(0x20);
    else bytes.push(code >> 8, code & 0xff);
  }
  const again = new TextDecoder().decode(Uint8Array.from(bytes));
  const good = again.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return good > 0 && good > (again.match(/\ufffd/g)?.length ?? 0);
}
