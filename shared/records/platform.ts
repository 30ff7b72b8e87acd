/** Chat sites whose orders come in an export of another name. */
const ORDERS_OF: Readonly<Record<string, string>> = { feige: 'douyin', qianniu: 'taobao', tmall: 'taobao' };

/** Platforms whose order exports are read: an order number of theirs is theirs alone. */
const ORDER_PLATFORMS = [
  '1688',
  'aliexpress',
  'amazon',
  'bigcommerce',
  'douyin',
  'ebay',
  'etsy',
  'jd',
  'kuaishou',
  'lazada',
  'magento',
  'pdd',
  'shopee',
  'shopify',
  'square',
  'stripe',
  'taobao',
  'wechat-shop',
  'woocommerce',
  'xiaohongshu',
  'youzan',
] as const;
export type OrderPlatform = (typeof ORDER_PLATFORMS)[number];

/**
 * The platform under which the orders of a chat site are exported.
 *
 * @example orderPlatform('feige') // => 'douyin'
 * @example orderPlatform('pdd') // => 'pdd'
 */
export function orderPlatform(site: string): string {
  return ORDERS_OF[site] ?? site;
}

/**
 * Whether exports of this platform exist. A site that the seller taught or imported has none: an order number
 * seen there may be of any platform, and is recognised by the number alone.
 *
 * @example hasOrderExports('practice') // => false
 */
export function hasOrderExports(platform: string): platform is OrderPlatform {
  return (ORDER_PLATFORMS as readonly string[]).includes(platform);
}
