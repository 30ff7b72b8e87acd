import type { Role } from './cast';

type Part = Role['part'];

/** What a buyer of the practice chat says: what stands there already, what follows, and the answer to a reply. */
export interface Lines {
  /** An earlier conversation, ending with the seller. */
  readonly before: readonly (readonly ['buyer' | 'seller', string])[];
  /** Tonight's first lines: the buyer waits since the last of them. */
  readonly now: readonly string[];
  /** What the buyer adds without being asked. */
  readonly next: readonly string[];
  /** After the seller has answered. */
  readonly after: readonly string[];
  /** What stands under the first line: the newest order, or the good asked about. */
  readonly card: 'order' | { readonly good: string } | null;
}

const zh: Readonly<Record<Part, Lines>> = {
  returning: {
    before: [
      ['buyer', '再便宜点嘛，都是老客了'],
      ['seller', '这次真的到底了，下次来给您减10块'],
      ['buyer', '行，说话算话'],
    ],
    now: ['老板在吗', '上次那个杯子朋友看了也想要，再拿两只'],
    next: ['两只能便宜点不？', '没事，您先忙，我等着'],
    after: ['好的，那我现在拍', '谢谢老板，爽快'],
    card: { good: 'CUP-C' },
  },
  ship: {
    before: [['seller', '放心，周一前一定给您发出']],
    now: ['请问什么时候发货呀', '我这边急着送人的'],
    next: ['看物流还没动', '急的话能发顺丰吗？'],
    after: ['好，那我等您消息'],
    card: 'order',
  },
  broken: {
    before: [['seller', '给您发出了，收到先看看有没有磕碰']],
    now: ['收到了，碎了一只', '盒子都压扁了，你们怎么包的'],
    next: ['这都第二次了', '打算怎么处理？'],
    after: ['行，那麻烦尽快补一个'],
    card: 'order',
  },
  mother: {
    before: [],
    now: ['这单是送我妈妈的', '能帮我手写张卡片放进去吗'],
    next: ['就写：妈妈，生日快乐，多喝茶少生气', '署名写小桐就行', '别放价格单哦'],
    after: ['太好啦，谢谢！'],
    card: 'order',
  },
  bargain: {
    before: [],
    now: ['这套礼盒398能少点吗', '我拿两套，700行不行'],
    next: ['别家差不多的才320', '再送两个杯垫也行'],
    after: ['行吧，那就这样'],
    card: { good: 'SET-6' },
  },
  stock: {
    before: [
      ['buyer', '青釉的侧把壶没货了？'],
      ['seller', '青釉的壶一到我就跟您说'],
    ],
    now: ['青釉的壶有消息了吗'],
    next: ['等了一个星期了', '到了一定叫我一声'],
    after: ['好嘞，记得叫我'],
    card: { good: 'POT-C' },
  },
  abroad: {
    before: [],
    now: ['Hi, do you gift-wrap?', 'It is for a friend who loves tea'],
    next: ['Could you leave the price slip out?', 'No rush, thanks!'],
    after: ['Perfect, thank you!'],
    card: { good: 'BOWL-2' },
  },
  fresh: {
    before: [],
    now: ['在吗', '前面还有几个人呀'],
    next: ['这个杯子能装多少毫升', '？'],
    after: ['哦哦好的，谢谢'],
    card: { good: 'CUP-W' },
  },
  quiet: {
    before: [
      ['buyer', '收到了，釉色比照片还好看'],
      ['seller', '喜欢就好，用着有什么随时找我'],
    ],
    now: [],
    next: ['再问一句，能进洗碗机吗'],
    after: ['明白了，谢谢'],
    card: null,
  },
  thanks: {
    before: [
      ['buyer', '想在壶底刻个名字，能做吗'],
      ['seller', '刻字我问好了明天回您'],
      ['buyer', '好的不急'],
      ['seller', '谢谢您体谅'],
    ],
    now: [],
    next: ['刻字的事问到了吗'],
    after: ['好的，麻烦啦'],
    card: null,
  },
};

const en: Readonly<Record<Part, Lines>> = {
  returning: {
    before: [
      ['buyer', 'A little cheaper? I keep coming back'],
      ['seller', 'That is my floor this time. ¥10 off your next one'],
      ['buyer', 'Deal, I will remember that'],
    ],
    now: ['Hello, are you there?', 'A friend saw my cup and wants one too. Two more please'],
    next: ['Could you do a bit less for two?', 'No hurry, I can wait'],
    after: ['Great, ordering now', 'Thank you, that was easy'],
    card: { good: 'CUP-C' },
  },
  ship: {
    before: [['seller', 'Do not worry, it leaves by Monday']],
    now: ['When does my order ship?', 'It is a present, I am a bit in a hurry'],
    next: ['The tracking has not moved yet', 'Could it go express?'],
    after: ['All right, I will wait to hear from you'],
    card: 'order',
  },
  broken: {
    before: [['seller', 'It is on its way. Please check it when it arrives']],
    now: ['It came, and one piece is broken', 'The box was crushed. How do you pack these?'],
    next: ['This is the second time', 'What will you do about it?'],
    after: ['Fine, please send a new one soon'],
    card: 'order',
  },
  mother: {
    before: [],
    now: ['This one is for my mother', 'Could you write a card by hand and put it in?'],
    next: [
      'Just: Happy birthday, Mum. More tea, less worry',
      'Sign it with Yutong',
      'And no price slip please',
    ],
    after: ['Lovely, thank you!'],
    card: 'order',
  },
  bargain: {
    before: [],
    now: ['Can you do better than 398 for the set?', 'I would take two for 700'],
    next: ['Another shop has it for 320', 'Or throw in two coasters'],
    after: ['All right then'],
    card: { good: 'SET-6' },
  },
  stock: {
    before: [
      ['buyer', 'Is the celadon teapot sold out?'],
      ['seller', 'I will tell you as soon as the celadon pot is back'],
    ],
    now: ['Any news of the celadon teapot?'],
    next: ['It has been a week', 'Please tell me first when it is back'],
    after: ['Good, do remember me'],
    card: { good: 'POT-C' },
  },
  abroad: zh.abroad,
  fresh: {
    before: [],
    now: ['Hello?', 'How many are ahead of me?'],
    next: ['How much does this cup hold?', 'Still there?'],
    after: ['I see, thanks'],
    card: { good: 'CUP-W' },
  },
  quiet: {
    before: [
      ['buyer', 'It arrived. The glaze is even nicer than in the picture'],
      ['seller', 'So glad. Write any time if something comes up'],
    ],
    now: [],
    next: ['One more thing: is it dishwasher safe?'],
    after: ['Understood, thanks'],
    card: null,
  },
  thanks: {
    before: [
      ['buyer', 'Could you engrave a name under the pot?'],
      ['seller', 'I will ask about the engraving and tell you tomorrow'],
      ['buyer', 'No hurry'],
      ['seller', 'Thank you for being patient'],
    ],
    now: [],
    next: ['Did you hear about the engraving?'],
    after: ['Good, thanks for asking'],
    card: null,
  },
};

export const LINES = { zh, en } as const;

/** The seller's last words to somebody who does not wait. */
export const ANSWERED = { zh: '好的，有事您随时说', en: 'Sure, write any time' } as const;

/** Tags a chat page shows beside the name. */
export const TAGS: Readonly<Record<'zh' | 'en', Readonly<Partial<Record<Part, readonly string[]>>>>> = {
  zh: {
    returning: ['老客', '收藏店铺'],
    ship: ['待发货'],
    broken: ['待售后'],
    mother: ['待发货'],
    bargain: ['新访客'],
    stock: ['收藏店铺'],
    abroad: ['新访客'],
    fresh: ['新访客'],
    quiet: ['好评'],
    thanks: ['老客'],
  },
  en: {
    returning: ['Regular', 'Follows'],
    ship: ['To ship'],
    broken: ['After-sales'],
    mother: ['To ship'],
    bargain: ['New'],
    stock: ['Follows'],
    abroad: ['New'],
    fresh: ['New'],
    quiet: ['Good review'],
    thanks: ['Regular'],
  },
};
