/**
 * Where a platform's order export is found, in the words of the platform's own menus: those stand in the
 * platform's language whatever the reader's is, so they are data and no dictionary has them.
 */
export const EXPORT_PATHS: Readonly<Record<string, string>> = {
  1688: '卖家工作台 › 交易 › 已卖出货品 › 导出',
  aliexpress: 'Orders › Manage orders › Export',
  amazon: 'Seller Central › Orders › Order reports',
  bigcommerce: 'Orders › Export',
  douyin: '抖店后台 › 订单 › 订单管理 › 导出订单',
  ebay: 'Seller Hub › Orders › Download report',
  etsy: 'Shop Manager › Settings › Options › Download data',
  jd: '京麦 › 订单管理 › 订单查询 › 导出',
  kuaishou: '快手小店 › 订单 › 订单查询 › 导出',
  lazada: 'Seller Center › Orders › Export',
  magento: 'Sales › Orders › Export',
  pdd: '商家后台 › 发货管理 › 订单查询 › 批量导出',
  shopee: 'Seller Centre › My orders › Export',
  shopify: 'Admin › Orders › Export',
  stripe: 'Dashboard › Payments › Export',
  taobao: '千牛 › 交易 › 已卖出的宝贝 › 批量导出',
  'wechat-shop': '微信小店 › 订单 › 订单列表 › 导出订单',
  woocommerce: 'WooCommerce › Orders › Export',
  xiaohongshu: '千帆 › 订单 › 订单管理 › 导出',
  youzan: '有赞后台 › 订单 › 所有订单 › 导出',
};
