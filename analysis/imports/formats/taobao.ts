import { BEIJING, type OrderFormat, type SideFormat } from './format';

const STATUSES = {
  等待买家付款: 'unpaid',
  '买家已付款,等待卖家发货': 'paid',
  '卖家已发货,等待买家确认': 'shipped',
  卖家部分发货: 'shipped',
  交易成功: 'completed',
  交易关闭: 'cancelled',
} as const;

/** 订单报表 `ExportOrderList*.csv`, all three generations (40 to 61 columns): one row per order, GBK. */
export const taobaoOrders: OrderFormat = {
  kind: 'orders',
  name: 'taobao-orders',
  platform: 'taobao',
  signature: { all: ['订单编号', '买家会员名', '买家应付货款', '宝贝标题'] },
  legacy: 'gb18030',
  offset: BEIJING,
  unit: 'order',
  money: 'once',
  states: 'order',
  currency: 'CNY',
  authority: 2,
  columns: {
    order: '订单编号',
    buyer: '买家会员名',
    buyerName: '收货人姓名',
    createdAt: '订单创建时间',
    paidAt: '订单付款时间',
    shippedAt: '发货时间',
    completedAt: '确认收货时间',
    status: '订单状态',
    afterSale: '订单关闭原因',
    paid: '买家实际支付金额',
    refund: '退款金额',
    quantity: '宝贝总数量',
    title: '宝贝标题',
    buyerMessage: '买家留言',
    sellerMemo: '订单备注',
    courier: '物流单号',
    region: ['收货地址'],
  },
  discounts: ['天猫卡券抵扣', '集分宝抵扣'],
  statuses: STATUSES,
  refundWords: ['退款'],
  noAmount: ['无退款申请'],
};

/** 宝贝报表 since 2021 `ItemList.csv`: one row per sub-order; a main order may hold a refunded and a good one. */
export const taobaoItemList: OrderFormat = {
  kind: 'orders',
  name: 'taobao-items-v2',
  platform: 'taobao',
  signature: { all: ['子订单编号', '主订单编号', '外部系统编号', '退款状态'] },
  legacy: 'gb18030',
  offset: BEIJING,
  unit: 'line',
  money: 'sum',
  states: 'row',
  currency: 'CNY',
  authority: 1,
  columns: {
    order: '主订单编号',
    line: '子订单编号',
    createdAt: '订单创建时间',
    paidAt: '订单付款时间',
    status: '订单状态',
    afterSale: '退款状态',
    paid: '买家实际支付金额',
    refund: '退款金额',
    quantity: '购买数量',
    title: '标题',
    variant: '商品属性',
    sku: '商家编码',
    sellerMemo: '备注',
  },
  statuses: STATUSES,
  refundWords: ['退款成功'],
  noAmount: ['无退款申请'],
};

/** 宝贝报表 `ExportOrderDetailList*.csv`: items without date or buyer, read beside the order list. */
export const taobaoItems: SideFormat = {
  kind: 'items',
  name: 'taobao-items',
  signature: { all: ['订单编号', '标题', '外部系统编号', '套餐信息'], none: ['子订单编号'] },
  legacy: 'gb18030',
  key: '订单编号',
  needs: 'taobao-orders',
};
