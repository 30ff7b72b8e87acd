import { between, pick, stream } from './random';

/** How a buyer is called: on the platform, as the chat masks it, on the parcel. All invented. */
export interface Person {
  /** The practice chat's own id of the buyer. */
  readonly uid: string;
  /** 买家会员名 of the Taobao report: unique, not masked. */
  readonly nick: string;
  /** As the chat shows it. */
  readonly masked: string;
  /** On the parcel. */
  readonly name: string;
  readonly phone: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [...'静敏丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰红梅云凡佳宁欣悦晨曦雨桐子涵诗远'];
const WORDS = [
  '山茶花',
  '小满',
  '听雨',
  '晚风',
  '柿子',
  '青瓷',
  '白露',
  '阿圆',
  '海棠',
  '橘猫',
  '半夏',
  '云朵',
  '松果',
  '奶茶',
  '南山',
];
const PLACES = [
  ['浙江省', '杭州市', '西湖区', '文三路'],
  ['江苏省', '苏州市', '姑苏区', '平江路'],
  ['上海', '上海市', '徐汇区', '天平路'],
  ['北京', '北京市', '朝阳区', '望京街'],
  ['广东省', '广州市', '天河区', '体育东路'],
  ['广东省', '深圳市', '南山区', '科苑路'],
  ['四川省', '成都市', '锦江区', '东大街'],
  ['湖北省', '武汉市', '武昌区', '中南路'],
  ['福建省', '厦门市', '思明区', '环岛路'],
  ['陕西省', '西安市', '雁塔区', '长安路'],
  ['山东省', '青岛市', '市南区', '香港中路'],
  ['湖南省', '长沙市', '岳麓区', '麓山路'],
] as const;

/** The person behind a drawn buyer. The nick carries the index in base 36, so that no two are equal. */
export function personOf(seed: string, index: number): Person {
  const random = stream(seed, 'person', index);
  const surname = pick(random, SURNAMES);
  const name = surname + pick(random, GIVEN) + (random() < 0.7 ? pick(random, GIVEN) : '');
  const [province, city, district, street] = pick(random, PLACES);
  const nick = `${pick(random, WORDS)}${pick(random, GIVEN)}_${index.toString(36)}`;
  return {
    // A prime step spreads the numbers; a platform does not hand them out in a row either.
    uid: String(7_000_000_000_000 + ((index * 7_368_787) % 999_999_999_989)),
    nick,
    masked: `${nick.slice(0, 1)}**`,
    name,
    phone: `1${pick(random, ['38', '39', '58', '77', '86'])}${String(between(random, 0, 99_999_999)).padStart(8, '0')}`,
    province,
    city,
    district,
    street: `${street}${between(random, 1, 400)}号`,
  };
}
