const CHINESE = /[\u3400-\u9fff]/;
/** Province (or what ranks with it), then the city; what follows is district and street. */
const ADDRESS =
  /^(?:中国|中國)?\s*([^\s\d]{2,12}?(?:省|自治区|自治區|特别行政区|特別行政區)|北京市?|上海市?|天津市?|重庆市?|重慶市?)?\s*([^\s\d省]{2,12}?(?:市|自治州|地区|地區|盟|縣))?/;
const MUNICIPAL = /^(?:北京|上海|天津|重庆|重慶)$/;
/** A Chinese text without any of these is a place by itself only when it is as short as one. */
const SHORT = 12;

/**
 * The city of an address or of the places an export names, with its province where that is told. Never a street:
 * what a group is called is shown and passed on. '' where no city can be told.
 *
 * @example cityOf('浙江省 杭州市 西湖区 文三路1号') // => '浙江省杭州市'
 * @example cityOf('上海 上海市 徐汇区') // => '上海市'
 * @example cityOf('Portland OR US') // => 'Portland OR US'
 */
export function cityOf(text: string): string {
  const place = text.replace(/\s+/g, ' ').trim();
  if (!CHINESE.test(place)) return place;
  const [, province = '', city = ''] = ADDRESS.exec(place) ?? [];
  // A municipality is province and city in one, and exports write it once or twice.
  const bare = province.replace(/市$/, '');
  if (bare !== '' && (city === '' || city === `${bare}市`))
    return MUNICIPAL.test(bare) ? `${bare}市` : province;
  if (province !== '' || city !== '') return `${province}${city}`;
  const [first = '', second = ''] = place.split(' ');
  const both = `${first}${second}`;
  return both.length <= SHORT && !/\d/.test(both) ? both : '';
}
