import { BEIJING, type OrderFormat } from './format';

/** 1688 历史订单: from an order's second item on, its order-level cells (the number too) are blank. */
export const alibaba1688Orders: OrderFormat = {
  kind: 'orders',
  name: '1688-orders',
  platform: '1688',
  signature: { all: ['订单编号', '货品标题', '买家会员名', '实付款(元)'] },
  offset: BEIJING,
  unit: 'order',
  money: 'once',
  states: 'order',
  fillDown: true,
  currency: 'CNY',
  authority: 2,
  columns: {
    order: '订单编号',
    buyer: '买家会员名',
    buyerName: '买家公司名',
    createdAt: '订单创建时间',
    paidAt: '订单付款时间',
    status: '订单状态',
    paid: '实付款(元)',
    quantity: '数量',
    title: '货品标题',
    sku: '单品货号',
    buyerMessage: '买家留言',
    courier: '运单号',
    region: ['收货地址'],
  },
  priceChanges: ['涨价或折扣(元)'],
  statuses: {
    等待买家付款: 'unpaid',
    等待卖家发货: 'paid',
    等待买家确认收货: 'shipped',
    交易成功: 'completed',
    交易关闭: 'cancelled',
  },
};
