import type { PackingKind } from '@shared/records/packing';
import type { PromiseKind } from '@shared/records/promise';

/** What stands in the book, as the shop's owner would have written it. */
export interface BookWords {
  readonly promises: readonly { readonly kind: PromiseKind; readonly what: string; readonly quote: string }[];
  readonly discount: (yuan: number) => { readonly what: string; readonly quote: string };
  readonly gifts: readonly string[];
  readonly apology: (place: number, gift: string) => string;
  readonly apologyReason: string;
  readonly surpriseReason: string;
  readonly packing: readonly {
    readonly kind: PackingKind;
    readonly what: string;
    readonly card: string | null;
  }[];
  readonly notes: readonly string[];
  readonly facts: readonly string[];
  readonly attitudes: readonly string[];
  readonly visit: string;
  readonly complaints: Readonly<Record<string, string>>;
  readonly remedy: string;
  readonly source: string;
  readonly cast: {
    readonly returningNote: string;
    readonly returningFacts: readonly string[];
    readonly ship: { readonly what: string; readonly quote: string };
    readonly wrap: string;
    readonly brokenNote: string;
    readonly restock: { readonly what: string; readonly quote: string; readonly good: string };
    readonly tell: { readonly what: string; readonly quote: string };
    readonly motherFacts: readonly string[];
  };
}

const zh: BookWords = {
  promises: [
    { kind: 'goods', what: '留一只月白的杯子', quote: '行，月白的我给您留一只' },
    { kind: 'refund', what: '退运费差价', quote: '运费多的部分我退给您' },
    { kind: 'replace', what: '补发一个壶盖', quote: '壶盖我给您补发一个' },
    { kind: 'card', what: '放一张手写贺卡', quote: '贺卡我手写，给您放进去' },
    { kind: 'tell', what: '到货了告诉她', quote: '一到货我就跟您说' },
    { kind: 'other', what: '帮着问窑口能不能刻字', quote: '刻字我去窑口问问，回您' },
  ],
  discount: (yuan) => ({ what: `下次减 ${yuan} 块`, quote: `下次来给您减${yuan}块` }),
  gifts: ['茶样一包', '竹茶则', '棉麻杯垫'],
  apology: (place, gift) => `不好意思让您久等，前面还有 ${place} 位，这单给您放${gift}`,
  apologyReason: '晚高峰排队',
  surpriseReason: '老客',
  packing: [
    { kind: 'wrap', what: '多裹两层气泡膜', card: null },
    { kind: 'fragile', what: '贴易碎，壶嘴单独包', card: null },
    { kind: 'no-price', what: '送人的，不放价格单', card: null },
    { kind: 'card', what: '放手写卡', card: '愿您日日有好茶' },
  ],
  notes: ['讲价讲得很和气', '喜欢拍照晒单', '喝岩茶，壶要小的', '收件白天没人，放丰巢', '问得细，要有耐心'],
  facts: ['喜欢月白', '喝岩茶', '住宿舍', '送礼多', '左手用壶', '家里有小孩'],
  attitudes: ['和气', '爽快', '问得细', '爱讲价', ''],
  visit: '用着怎么样',
  complaints: {
    transit: '快递压坏了',
    quality: '釉面有针眼',
    'wrong-item': '发错颜色',
    late: '等太久',
    description: '比图片小',
    service: '回得慢',
  },
  remedy: '补发一只并退运费',
  source: '搜索',
  cast: {
    returningNote: '上回为 5 块钱讲了十分钟，最后笑着付的款。人很好，常带朋友来。',
    returningFacts: ['喝岩茶', '喜欢月白', '生日 八月十五 (农历)'],
    ship: { what: '周一前发货', quote: '放心，周一前一定给您发出' },
    wrap: '纸箱里再套一层，四角垫实',
    brokenNote: '上一单快递压坏过一只，赔得快，没吵。',
    restock: { what: '青釉侧把壶到货说一声', quote: '青釉的壶一到我就跟您说', good: '侧把茶壶 青釉' },
    tell: { what: '问窑口能不能刻名字，回话', quote: '刻字我问好了明天回您' },
    motherFacts: ['每年给妈妈挑礼物', '要手写卡'],
  },
};

const en: BookWords = {
  promises: [
    {
      kind: 'goods',
      what: 'Keep a moon white cup aside',
      quote: 'Sure, I will keep a moon white one for you',
    },
    { kind: 'refund', what: 'Refund the extra postage', quote: 'I will refund the extra postage' },
    { kind: 'replace', what: 'Send a new lid', quote: 'I will send you a new lid' },
    { kind: 'card', what: 'Put in a handwritten card', quote: 'I will write the card by hand' },
    { kind: 'tell', what: 'Tell them when it is back', quote: 'I will tell you as soon as it is back' },
    {
      kind: 'other',
      what: 'Ask the kiln about engraving',
      quote: 'Let me ask the kiln about engraving for you',
    },
  ],
  discount: (yuan) => ({ what: `¥${yuan} off the next order`, quote: `¥${yuan} off your next one` }),
  gifts: ['Tea sample', 'Bamboo tea scoop', 'Linen coaster'],
  apology: (place, gift) =>
    `Sorry to keep you waiting, ${place} ahead of you. I am adding a ${gift.toLowerCase()} to this order`,
  apologyReason: 'Evening queue',
  surpriseReason: 'Regular',
  packing: [
    { kind: 'wrap', what: 'Two more layers of bubble wrap', card: null },
    { kind: 'fragile', what: 'Fragile label, wrap the spout apart', card: null },
    { kind: 'no-price', what: 'A present: no price slip', card: null },
    { kind: 'card', what: 'Handwritten card', card: 'Good tea to you, every day' },
  ],
  notes: [
    'Bargains kindly',
    'Likes to share pictures',
    'Drinks rock tea, wants small pots',
    'Out by day, parcel locker',
    'Asks in detail, be patient',
  ],
  facts: ['likes moon white', 'rock tea', 'lives in a dorm', 'gives presents', 'left-handed', 'has a child'],
  attitudes: ['kind', 'quick', 'asks in detail', 'bargains', ''],
  visit: 'How is it in use?',
  complaints: {
    transit: 'Crushed in transit',
    quality: 'Pinholes in the glaze',
    'wrong-item': 'Wrong colour sent',
    late: 'Waited too long',
    description: 'Smaller than the picture',
    service: 'Slow answers',
  },
  remedy: 'Sent another one and refunded the postage',
  source: 'search',
  cast: {
    returningNote: 'Bargained ten minutes over ¥5 last time and paid laughing. Kind; brings friends.',
    returningFacts: ['rock tea', 'likes moon white', 'birthday on Mid-Autumn'],
    ship: { what: 'Ship by Monday', quote: 'Do not worry, it leaves by Monday' },
    wrap: 'Box in a box, pad all four corners',
    brokenNote: 'One piece was crushed in transit before; we paid at once, no quarrel.',
    restock: {
      what: 'Tell when the celadon teapot is back',
      quote: 'I will tell you as soon as the celadon pot is back',
      good: 'Side-handle teapot, celadon',
    },
    tell: {
      what: 'Ask the kiln about engraving a name and answer',
      quote: 'I will ask about the engraving and tell you tomorrow',
    },
    motherFacts: ['buys for mother every year', 'wants a handwritten card'],
  },
};

export type BookLang = 'zh' | 'en';
export const BOOK_WORDS: Readonly<Record<BookLang, BookWords>> = { zh, en };
