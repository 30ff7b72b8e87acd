import { entry, list } from './entry';
import type { RedLineEntry } from './schema';

const OWN_CHANNELS = list('whatsapp|zendesk|chatwoot|intercom|tawk|shopify|woocommerce|line');
const REFUSED = list(
  "can't|cannot|can not|not allowed|don't|do not|never|won't|will not|not|no|unable|isn't|aren't|without|beware|avoid",
);
const REVIEW = list(
  'a review|your review|good review|positive review|nice review|reviews|5 star|5-star|five star|five-star|' +
    '5 stars|five stars|positive feedback|good feedback|leave feedback|leave us feedback',
);

/** The marketplaces abroad punish the same three things; absolute claims are a matter of advertising law. */
export const englishRedLines: readonly RedLineEntry[] = [
  entry('praise-cash-en', 'cash-for-praise', {
    words: list(
      'pay you for a review|paid review|paid reviews|cash for reviews|money for a review|' +
        'remove your negative review|delete your negative review|change your review to|remove the bad review',
    ),
    together: [
      REVIEW,
      list('cashback|cash back|refund|refunded|paypal|$|£|€|gift card|voucher|rebate|pay you|money back'),
    ],
    within: 32,
    except: list('review your refund|review the refund|review your return|reviewing your refund'),
    notAfter: REFUSED,
  }),
  entry('review-gift-en', 'gift-for-review', {
    weight: 'careful',
    together: [
      REVIEW,
      list('free gift|a gift|free sample|free item|discount code|% off|coupon|giveaway|freebie|reward'),
    ],
    within: 32,
    notAfter: REFUSED,
  }),
  entry('messenger-en', 'off-platform', {
    words: list(
      'whatsapp me|message me on whatsapp|add me on whatsapp|add my whatsapp|on my whatsapp|my whatsapp|' +
        'add me on wechat|my wechat|add our wechat|my telegram|on telegram|my instagram|dm me on instagram|' +
        'email me directly|contact me directly|text me at|call me at|my personal email|outside the platform|' +
        'outside of the platform|outside etsy|outside ebay|outside amazon|outside of etsy|outside of ebay|' +
        'outside of amazon|off platform|off-platform|off etsy|off ebay|buy from my website|buy from our website|' +
        'order on my website|order on our website|cheaper on our website|cheaper on my website|' +
        'avoid the fees|save the fees|skip the fees|without the platform',
    ),
    notAfter: REFUSED,
    notOn: OWN_CHANNELS,
  }),
  entry('private-pay-en', 'private-payment', {
    words: list(
      'pay me directly|pay directly via|paypal me|my paypal|paypal friends and family|friends and family|' +
        'venmo me|my venmo|cash app|cashapp|zelle me|my zelle|bank transfer directly|wire the money|' +
        'wire me|western union|pay by transfer outside',
    ),
    except: list(
      'gift for friends and family|with friends and family|for friends and family|your friends and family',
    ),
    notAfter: REFUSED,
    notOn: OWN_CHANNELS,
  }),
  entry('absolute-en', 'absolute-claim', {
    words: list(
      'the best in the world|best in the world|the best on the market|best price guaranteed|lowest price ever|' +
        'lowest price guaranteed|the lowest price anywhere|cheapest anywhere|cheapest on the internet|' +
        'number one brand|number 1 brand|#1 brand|no. 1 brand|world number one|100% guaranteed|never breaks|' +
        'will never break|never fades|will never fade|lasts forever|unbreakable|100% safe|completely risk-free|' +
        'risk free|zero risk|100% effective|works for everyone|miracle',
    ),
    notAfter: list("not|isn't|can't say|cannot say|no|can't promise"),
  }),
  entry('health-en', 'health-claim', {
    words: list(
      'cures|will cure|can cure|heals eczema|cure your|no side effects|zero side effects|clinically cures|' +
        'fda approved|prevents cancer|fights cancer|lose weight fast|anti-cancer|lowers blood pressure|' +
        'treats diabetes|permanent hair removal',
    ),
    notAfter: REFUSED,
  }),
  entry('final-say-en', 'final-say', {
    weight: 'careful',
    words: list(
      'all sales final|all sales are final|final interpretation|no refunds under any|not responsible for any',
    ),
  }),
];
