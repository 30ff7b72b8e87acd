/** The traditional characters that date words are written with; one for one, so that lengths stay. */
const PAIRS =
  '週周個个禮礼後后內内兩两號号農农陰阴臘腊閏闰節节國国慶庆聖圣誕诞雙双發发貨货單单補补來来時时鐘钟點点這这當当' +
  '間间頭头過过陽阳勞劳動动兒儿親亲婦妇師师際际無无聯联絡络諮咨詢询問问說说訂订購购買买鍾钟曆历舊旧歷历從从現现';

const SIMPLE = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) SIMPLE.set(PAIRS[at]!, PAIRS[at + 1]!);

/**
 * Date words in simplified characters, place for place.
 *
 * @example simplifyDates('下週三以後') // => '下周三以后'
 */
export function simplifyDates(text: string): string {
  let simple = '';
  for (let at = 0; at < text.length; at++) simple += SIMPLE.get(text[at]!) ?? text[at]!;
  return simple;
}
