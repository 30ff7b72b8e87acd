import type { Person } from './generate/people';

/**
 * The named buyers of the practice chat. Each plays a part in the shop's day; the ones with a `history` stand
 * for a drawn buyer of the generator, so that the book already knows them by the same id.
 */
export interface Role {
  readonly part:
    | 'returning'
    | 'ship'
    | 'broken'
    | 'mother'
    | 'stock'
    | 'abroad'
    | 'fresh'
    | 'bargain'
    | 'quiet'
    | 'thanks';
  readonly person: Person;
  /** The chat's name for the buyer on the English page. */
  readonly maskedEn: string;
  readonly cityEn: string;
  /**
   * Which drawn buyer stands behind: the one with the most purchases, the newest order, an order just
   * delivered, or nobody (a new face).
   */
  readonly history: 'most' | 'newest' | 'delivered' | null;
  /** Seconds this buyer already waits when the page opens; null: answered. */
  readonly waits: { readonly calm: number | null; readonly busy: number | null };
}

const place = (province: string, city: string, district: string, street: string) => ({
  province,
  city,
  district,
  street,
});

/** Two of them share the mask 王**: only the id tells them apart. */
export const CAST: readonly Role[] = [
  {
    part: 'returning',
    history: 'most',
    maskedEn: 'W***g',
    cityEn: 'Hangzhou',
    waits: { calm: 38, busy: 96 },
    person: {
      uid: '8240317755120',
      nick: '王小满爱喝茶',
      masked: '王**',
      name: '王小满',
      phone: '13800002161',
      ...place('浙江省', '杭州市', '西湖区', '龙井路18号'),
    },
  },
  {
    part: 'ship',
    history: 'newest',
    maskedEn: 'L***i',
    cityEn: 'Suzhou',
    waits: { calm: 12, busy: 214 },
    person: {
      uid: '8240317990457',
      nick: '李静在路上',
      masked: '李**',
      name: '李静',
      phone: '13900003377',
      ...place('江苏省', '苏州市', '姑苏区', '平江路66号'),
    },
  },
  {
    part: 'broken',
    history: 'delivered',
    maskedEn: 'W***g',
    cityEn: 'Qingdao',
    waits: { calm: null, busy: 305 },
    person: {
      uid: '8240318102263',
      nick: '王建国1975',
      masked: '王**',
      name: '王建国',
      phone: '13700004412',
      ...place('山东省', '青岛市', '市南区', '香港中路9号'),
    },
  },
  {
    part: 'mother',
    history: 'newest',
    maskedEn: 't**8',
    cityEn: 'Xiamen',
    waits: { calm: null, busy: 151 },
    person: {
      uid: '8240318204918',
      nick: 'tea_lover88',
      masked: 't**8',
      name: '林雨桐',
      phone: '13600005528',
      ...place('福建省', '厦门市', '思明区', '环岛路101号'),
    },
  },
  {
    part: 'bargain',
    history: null,
    maskedEn: 'Z***o',
    cityEn: 'Chengdu',
    waits: { calm: null, busy: 64 },
    person: {
      uid: '8240318311746',
      nick: '赵掌灯',
      masked: '赵**',
      name: '赵明',
      phone: '13500006639',
      ...place('四川省', '成都市', '锦江区', '东大街7号'),
    },
  },
  {
    part: 'stock',
    history: 'delivered',
    maskedEn: 'c**t',
    cityEn: 'Guangzhou',
    waits: { calm: null, busy: 47 },
    person: {
      uid: '8240318425530',
      nick: '小橘猫',
      masked: '小**猫',
      name: '陈晨曦',
      phone: '13400007745',
      ...place('广东省', '广州市', '天河区', '体育东路55号'),
    },
  },
  {
    part: 'abroad',
    history: null,
    maskedEn: 'E***y',
    cityEn: 'Shanghai',
    waits: { calm: null, busy: 129 },
    person: {
      uid: '8240318537281',
      nick: 'emily_hay',
      masked: 'E***y',
      name: 'Emily Hay',
      phone: '13300008856',
      ...place('上海', '上海市', '徐汇区', '天平路320号'),
    },
  },
  {
    part: 'fresh',
    history: null,
    maskedEn: 'C***n',
    cityEn: 'Wuhan',
    waits: { calm: null, busy: 23 },
    person: {
      uid: '8240318649902',
      nick: '陈默默',
      masked: '陈**',
      name: '陈默',
      phone: '13200009967',
      ...place('湖北省', '武汉市', '武昌区', '中南路14号'),
    },
  },
  {
    part: 'quiet',
    history: 'delivered',
    maskedEn: 'S***n',
    cityEn: 'Beijing',
    waits: { calm: null, busy: null },
    person: {
      uid: '8240318751318',
      nick: '孙先生的茶席',
      masked: '孙**',
      name: '孙浩',
      phone: '13100001078',
      ...place('北京', '北京市', '朝阳区', '望京街3号'),
    },
  },
  {
    part: 'thanks',
    history: 'most',
    maskedEn: 'Z***u',
    cityEn: "Xi'an",
    waits: { calm: null, busy: null },
    person: {
      uid: '8240318863377',
      nick: '周末去爬山',
      masked: '周**',
      name: '周子涵',
      phone: '13000002189',
      ...place('陕西省', '西安市', '雁塔区', '长安路28号'),
    },
  },
];
