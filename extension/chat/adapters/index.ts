import alibaba1688 from './1688.json';
import chatwoot from './chatwoot.json';
import etsy from './etsy.json';
import feige from './feige.json';
import intercom from './intercom.json';
import jd from './jd.json';
import kuaishou from './kuaishou.json';
import pdd from './pdd.json';
import shopee from './shopee.json';
import tawk from './tawk.json';
import tiktokShop from './tiktok-shop.json';
import urlOnly from './url-only.json';
import wechatShop from './wechat-shop.json';
import whatsapp from './whatsapp.json';
import zendesk from './zendesk.json';

/**
 * What is known about chat sites, as data: one file per site, selectors beside the evidence they rest on.
 * By public evidence of the dates given there; none was checked on a live shop. They are parsed like a file
 * from outside before use (`bundledAdapters`), so a slip in one of them is found by a test, not by a seller.
 */
export const BUNDLED: readonly unknown[] = [
  pdd,
  feige,
  jd,
  kuaishou,
  wechatShop,
  alibaba1688,
  tiktokShop,
  shopee,
  whatsapp,
  chatwoot,
  zendesk,
  intercom,
  tawk,
  etsy,
  urlOnly,
];
