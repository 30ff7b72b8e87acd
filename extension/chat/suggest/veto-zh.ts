import { pattern } from './pattern';

/** What makes a Chinese clause no commitment, whatever else stands in it. */

/** It asks, also without a mark. */
const ASKS = pattern(
  '[吗么嘛]$|[吗么](?:亲|老板|呢)$|(?:^|[^什怎多那这])么$|呢$|不$|没$|没有$',
  '(?:行|可以|好|要|能|对|是|会|成|中|可)不(?:行|可以|好|要|能|对|是|会|成|中|$)|是不是|要不要',
  '能不能|会不会|可不可以|有没有|是否|怎么|什么|啥|多少|多久|多大|几[点天件号码]|哪[个款里天种儿家]',
  '谁|还是.{0,6}(?:呢|用|换|补|退)|可以吗|需要我|[送退]不送|^[您你]看',
  '[您你]看(?:行|可以|怎|这样|是|要|哪|呢|如何|成)',
);

/** "差多少补多少" answers itself. */
const AS_MUCH = /多少.{0,6}多少|几个.{0,3}几个/;

/** It tells what was. A named coming day outweighs it ("明早就给您发了哦"). */
const PAST = pattern(
  '已经|已(?:发|退|补|寄|给|备|送|改)|刚(?:刚|才|给)|昨[天晚日]|前天|上[个]?[周月次回]',
  '(?:^|[您你我们亲])之前|那天|当时|以前|(?:写|退|减|改|换|放|补|送|寄|发)好[了啦]',
  '(?:发|寄|退|补|送|放|换|减|改)(?:出|走|给[您你]|[您你]|过去|进去)?(?:了|过(?!去|来))(?!就|之后|以后|我|再|单号|给)',
  '[发寄]的[货是]|发的|货[了啦]$|收到了$',
);

/** What was, even where today is named with it: "今天已经发走了". */
const LONG_PAST = /已经|昨[天晚日]|前天|上[个]?[周月次回]|刚刚|刚才/;

/** Giving in now, whatever the form of the verb: "好吧给您减了". */
const YIELDS = /好吧|行吧|那就|算了|依你|依您/;

/** It names the house rules or the platform, or guesses: nobody is bound by that. */
const POLICY = pattern(
  '一般|正常|通常|大概|可能|估计|应该|预计|说不准|不确定|不好说|尽量|争取|平台|系统|自动|规定|默认',
  String.raw`全场|满\d|会员(?!价给)|店铺|首页|页面|活动(?!开始)|前\d{1,6}名|关注|领券|领一下|原价|折后|打完折`,
  '联保|厂家|三包|七天无理由|支持七天|执行|本店|本品|截止|快递员|派送|驿站|物流显示|运费险会',
  '客服工作|机器人|自动回复|小助手|欢迎光临|新品上架|以.{1,6}为准',
  '(?:贺卡|卡片).{0,4}(?:毛|元|单独|另)|单卖|单独拍|另外拍|不换色|在盒子|原路返回$|从来|审核|短信',
  '官方|保修卡|花呗|分期|预购|预售|截单|登记|运费险|退款成功|原路回|钱会回|点[前后]的|付款的(?!都)',
  '爆单|排队|轮流|随机|工作时间|营业',
);

/** In the clause before: then it is they who will do it. */
const THEIRS = /平台|系统|官方|快递员|驿站/;

/** The buyer is to do it, or may. */
const BUYERS = pattern(
  '^(?:亲|那|好的|如果|要是|先|麻烦|请|劳烦)?(?:麻烦|请|劳驾|辛苦)?(?:[您你])(?:先|直接|再|还|可以|点|补|拍|发|把|申请|退货|寄|要(?!的)|想|这单|问|说|刚|的意思|看|放心拍$|换货|让我|需要|出)(?!.{0,12}(?:我给|给您|给你|送您|赔您|退您|减您|我))',
  '麻烦|(?:请|让|需|要)[您你](?!放心)|(?:可以|能)(?:申请)?(?:退|换|找|领)',
  '[您你](?:承担|自理|出一下)|自理|需要[您你补]|得补|要补|补拍|记得|谢谢',
  '(?:给|帮|替|告诉|通知|联系|寄给)我(?!们|.{0,6}给[您你])|一下哈?$(?<=我一下)|给我',
  '(?:跟|和|找|滴|联系)我.{0,4}(?:说|吱|讲|聊|反馈)',
);

/** "No" right before or behind the deed. */
const NOT_BEFORE = pattern(
  '(?:不(?!满|合|好|甜|放|带|对|行|够|喜|亮|准|用寄|经|打印|卖|限|收|管|怕|论|起|掉|到|着|是)|没(?!问题|关系|事|动静|送到|到|瑕疵|收到)|无法|没法|没办法|没说|没答应|不能|不敢|不会(?!放)|不了|别(?!难|怕|急|跟)|拒绝|甭|从不)[^,]{0,5}$',
);
const NOT_BEHIND = pattern(
  '^.{0,4}(?:不了|不出|不上|不走|不起(?!球|皮|毛)|不到位|没办法|没有$|没了|完了|不(?:退|换|送|发|打|能|行|包|单)|有限)',
);

/**
 * Why a clause does not bind; null when nothing speaks against it.
 *
 * @param from Where the deed begins, and `to` where it ends.
 * @param day Whether the clause names a day or condition to come.
 * @param before The clause before it in the same sentence.
 */
export function vetoZh(
  text: string,
  from: number,
  to: number,
  day: 'today' | 'later' | null,
  before: string,
): string | null {
  if (ASKS.test(text) && !AS_MUCH.test(text)) return 'asks';
  if (POLICY.test(text)) return 'policy';
  // A house rule goes on in the next clause, and speaks to nobody in particular.
  if (POLICY.test(before) && !/[您你]|保证|一定/.test(text)) return 'policy';
  if (THEIRS.test(before) && !/我|咱|俺|这边/.test(text)) return 'policy';
  if (BUYERS.test(text)) return 'buyer';
  if (NOT_BEFORE.test(text.slice(Math.max(0, from - 9), from))) return 'not';
  if (NOT_BEHIND.test(text.slice(to))) return 'not';
  if (LONG_PAST.test(text) && day !== 'later') return 'past';
  if (day === null && PAST.test(text) && !YIELDS.test(text)) return 'past';
  return null;
}
