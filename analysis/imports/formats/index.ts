import { alibaba1688Orders } from './alibaba-1688';
import { aliexpressOrders } from './aliexpress';
import { amazonAllOrders, amazonNewOrders } from './amazon';
import { bigcommerceOrders } from './bigcommerce';
import { douyinOrders } from './douyin';
import { ebayOrders, ebayOrdersGerman } from './ebay';
import { etsyPayments, etsySoldOrderItems, etsySoldOrders } from './etsy';
import type { Format } from './format';
import { jdOrders } from './jd';
import { kuaishouOrders } from './kuaishou';
import { lazadaOrders } from './lazada';
import { magentoOrders } from './magento';
import { onlineRetail } from './online-retail';
import { pinduoduoOrders } from './pinduoduo';
import { qianniuItems, qianniuOrders } from './qianniu';
import { reviewFormats } from './reviews';
import { shopeeOrders, shopeeTaiwanOrders } from './shopee';
import { shopifyCustomers, shopifyOrders } from './shopify';
import { squareItems, squareTransactions } from './square';
import { stripePayments } from './stripe';
import { customerSummary } from './summary';
import { taobaoItemList, taobaoItems, taobaoOrders } from './taobao';
import { wechatShopOrders } from './wechat-shop';
import { woocommerceAoe, woocommerceWebtoffee } from './woocommerce';
import { xiaohongshuOrders } from './xiaohongshu';
import { youzanCustomers, youzanOrders } from './youzan';

/** Every format that is recognised by itself. To add one: a file beside this, a line here, a sample in the tests. */
export const FORMATS: readonly Format[] = [
  taobaoOrders,
  taobaoItemList,
  taobaoItems,
  qianniuOrders,
  qianniuItems,
  alibaba1688Orders,
  pinduoduoOrders,
  douyinOrders,
  jdOrders,
  kuaishouOrders,
  xiaohongshuOrders,
  wechatShopOrders,
  youzanOrders,
  youzanCustomers,
  shopifyOrders,
  shopifyCustomers,
  woocommerceAoe,
  woocommerceWebtoffee,
  etsySoldOrders,
  etsySoldOrderItems,
  etsyPayments,
  ebayOrders,
  ebayOrdersGerman,
  amazonAllOrders,
  amazonNewOrders,
  shopeeOrders,
  shopeeTaiwanOrders,
  lazadaOrders,
  aliexpressOrders,
  squareTransactions,
  squareItems,
  stripePayments,
  bigcommerceOrders,
  magentoOrders,
  onlineRetail,
  ...reviewFormats,
  customerSummary,
];
