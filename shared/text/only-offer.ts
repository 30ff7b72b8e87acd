import { matchKey } from './normalize';

/** Words of selling, in what a greeting must not be made of alone. */
const OFFER =
  /券|优惠|優惠|折扣|打折|[0-9一二三四五六七八九]折|满减|滿減|立减|立減|特价|特價|秒杀|秒殺|促销|促銷|上新|新品|下单|下單|链接|連結|抢购|搶購|包邮|免運|coupon|discount|%off|percentoff|sale|voucher|promocode|freeshipping|newarrival|shopnow|ordernow/;

/** Words that wish somebody well, thank them or care for them. */
const WARM =
  /快乐|快樂|祝|恭喜|安康|吉祥|如意|顺利|順利|平安|健康|幸福|美满|美滿|团圆|團圓|新年好|过年好|過年好|谢谢|謝謝|感谢|感謝|多谢|多謝|注意|保暖|降温|降溫|天冷|天热|天熱|照顾好|照顧好|辛苦|想起您|记得|記得|happy|merry|wish|congratulat|thank|takecare|hope|bestregards|warm|welldone/;

/**
 * Whether a greeting is only an offer in disguise (P11): it sells, and wishes nobody anything. A hint for the
 * seller, never a block.
 *
 * @example isOnlyOffer('亲，双11全场8折，快来下单') // => true
 * @example isOnlyOffer('亲，生日快乐！给您留了一张 10 元券') // => false
 * @example isOnlyOffer('亲，降温了，注意保暖') // => false
 */
export function isOnlyOffer(text: string): boolean {
  const said = matchKey(text);
  return OFFER.test(said) && !WARM.test(said);
}
