import { entry, list } from './entry';
import type { RedLineEntry } from './schema';

/** Inboxes and chats that belong to the seller: there is no platform to leave. */
const OWN_CHANNELS = list('whatsapp|zendesk|chatwoot|intercom|tawk|shopify|' + 'woocommerce|line');

/** "We don't do that": a refusal is no offer. */
const REFUSED = list(
  '不能|不可以|不可|不许|不允许|不要|不会|不做|不让|不支持|不敢|不搞|不是|不|没|别|' +
    '没有|没法|无法|禁止|拒绝|严禁|请勿|切勿|勿|谨防|小心|骗子|冒充|假的',
);

const PRAISE = list('好评|五星|5星|5分好评|五分好评|晒图|晒单|带图评价|追评|好平');
const CASH = list(
  '返现|返钱|返红包|红包|返1|返2|返3|返5|返8|返十|返五|返三|返您|返你|返还|返给|现金|转账|转您|转你|' +
    '退您|退你|发您1|发您2|发您3|发您5|奖励',
);
const REVIEW = list('评价|评论|晒图|晒单|好评|五星|5星|追评|带图');
const PRESENT = list('送|赠|礼物|小礼|礼品|抽奖|优惠券|小样|下单减|兑换');

/** Compared folded: traditional characters, full-width letters and spaces in between are found too. */
export const chineseRedLines: readonly RedLineEntry[] = [
  entry('praise-cash', 'cash-for-praise', {
    words: list(
      '好评返现|好评返|返现好评|晒图返现|晒单返现|五星返现|5星返现|评价返现|好评有礼|好评红包|' +
        '好评奖励|好评卡|好评返卷|返红包|追评返|删差评|删除差评|撤销差评|改好评|改成好评|改评价',
    ),
    together: [PRAISE, CASH],
    within: 10,
    except: ['好评如潮'],
    notAfter: REFUSED,
  }),
  entry('review-gift', 'gift-for-review', {
    weight: 'careful',
    together: [REVIEW, PRESENT],
    within: 10,
    except: ['评价送达', '好评送达'],
    notAfter: REFUSED,
  }),
  entry('messenger', 'off-platform', {
    words: list(
      '加微信|加个微信|加一下微信|加下微信|加我微信|加v信|加v|加vx|加wx|加薇|加薇信|' +
        '加威信|加卫星|加徽信|加qq|加个qq|加我qq|加扣扣|加好友|加个好友|加群|进群|拉您进群|' +
        '拉你进群|微信号|微信聊|微信联系|微信下单|vx|v信|薇信|威信号|威❤|扫码加|扫码添加|' +
        '扫一扫加|扫下二维码|私聊微信|加企微|加企业微信|加line|line群|加whatsapp|' +
        '公众号',
    ),
    except: ['加v领', '增加v'],
    notAfter: REFUSED,
    notOn: OWN_CHANNELS,
  }),
  entry('elsewhere', 'off-platform', {
    words: list(
      '去淘宝拍|去淘宝买|去拼多多拍|去拼多多买|去抖音拍|去闲鱼拍|闲鱼上拍|线下交易|线下成交|' +
        '私下交易|私下买|私下拍|私下单|走私下|不走平台|绕过平台|脱离平台|跳过平台|外面下单|' +
        '别的平台下单|其他平台下单|别家平台拍',
    ),
    notAfter: list('不能|不可以|不允许|不支持|禁止|请勿|切勿|勿|谨防|小心|别|不要'),
    notOn: OWN_CHANNELS,
  }),
  entry('private-pay', 'private-payment', {
    words: list(
      '私下转账|私下付款|私下转|私下打款|私转|微信转账|微信转我|微信付款|微信支付给我|支付宝转账|' +
        '支付宝转我|直接转账|转账给我|转我|转给我|扫码付款|扫码支付|扫我的码|收款码|付款码|' +
        '打我卡上|打到我卡|银行卡转账|微信发红包给我|补差价微信|不走平台付款',
    ),
    together: [list('差价|运费|邮费|货款|定金|尾款'), list('微信转|转账|支付宝转|发红包|扫码付|私下')],
    except: list('转我同事|转给我同事|转给我们同事|转我们同事|转给我的同事|转给我们仓库|转给我们售后'),
    notAfter: REFUSED,
    notOn: OWN_CHANNELS,
  }),
  entry('most', 'absolute-claim', {
    words: list(
      '最好|最佳|最优|最低价|最低的价|价格最低|全网最低|史上最低|最便宜|最实惠|最划算|最优惠|' +
        '最正宗|最高级|最高端|最先进|最专业|最权威|最安全|最有效|最强|最牛|最火|最热销|最畅销|' +
        '最受欢迎|最流行|最时尚|最舒服|最舒适|最健康|最天然|最纯|最耐用|最结实|最好吃|最好用|' +
        '最美|最香|最大牌|最顶级|最新技术|最高品质|最高质量|最优质',
    ),
    except: list(
      '最近|最晚|最后|最迟|最早|最好是|最好先|最好不|最好别|最好您|最好你|最好能|最好在|' +
        '最好提前|最好还是|最好拍|最好用手|最好用冷|最好用温|最好用中性|最好等|最好放|最好手洗|' +
        '最好分开|最好单独|最好当|最好检查|最好避|最好把|最好给|最好让|最好选|最好量|最好看一下|' +
        '最好录|最好发|最好跟|最好和|最好一|最好再|最好也|最好早|最好隔|最好每|最好空腹|最好饭后|' +
        '最好冷藏|最好尽快|最好尽早|您最好|你最好|最好不过',
    ),
    notAfter: list('不敢说|不是|不能说|不一定是|不算|不能保证'),
  }),
  entry('first', 'absolute-claim', {
    words: list(
      '全网第一|全国第一|世界第一|行业第一|销量第一|排名第一|质量第一|口碑第一|第一品牌|第一名|' +
        'no.1|top1|全网独家|独一无二|唯一|国家级|世界级|宇宙级|顶级|极品|极致|王牌|' +
        '领袖品牌|领导品牌|驰名商标|国家免检|万能|史无前例|前无古人|绝无仅有|永不褪色|永不掉色|' +
        '永久有效|终身不坏|绝对正品|绝对不|绝对没|绝对安全|绝对有效|绝对值|100%有效|百分百有效|' +
        '百分之百有效|100%不|百分百不|零风险|0风险|零差评|0差评|全网最|全国最|史上最|' +
        '独家秘方',
    ),
    except: list(
      '第一时间|第一次|第一天|第一个|第一步|唯一的要求|唯一的缺点|唯一的不足|唯一不足|唯一缺点|' +
        '绝对值得|第一名买家|唯一要注意|唯一需要注意',
    ),
    notAfter: list('不敢说|不是|不能说|不能保证|没有|不敢保证|无法'),
  }),
  entry('health', 'health-claim', {
    words: list(
      '根治|治愈|包治|包治百病|药到病除|特效|疗效|无副作用|没有副作用|零副作用|0副作用|防癌|' +
        '抗癌|降血糖|降血压|降三高|排毒|消炎|杀菌率100%|增高|丰胸|永久脱毛|永久美白|一次见效|' +
        '三天见效|立刻见效|当天见效|七天见效|7天见效|无效退款|减肥神器|速效|祛斑|生发|提高免疫力|' +
        '增强免疫力|改善睡眠|孕妇放心|医用级|药妆',
    ),
    except: list('发生发|产生发|增高鞋|增高垫|内增高|陌生发'),
    notAfter: REFUSED,
  }),
  entry('fake-orders', 'fake-orders', {
    words: list('刷单|补单|刷好评|刷销量|空包|虚假发货|代刷|拍a发b|复制好评|好评文案|走空'),
    except: ['空包装', '空包裹'],
    notAfter: REFUSED,
  }),
  entry('final-say', 'final-say', {
    weight: 'careful',
    words: list('最终解释权|解释权归|一经售出概不|概不退换|概不负责|不退不换|后果自负|离柜概不'),
  }),
];
