import { BEIJING, type CustomerFormat, type OrderFormat } from './format';

/** 有赞 orders: one row per order, titles joined in one cell. Phones are masked, so nicknames are no key either. */
export const youzanOrders: OrderFormat = {
  kind: 'orders',
  name: 'youzan-orders',
  platform: 'youzan',
  signature: { all: ['订单号', '归属店铺', '订单实付金额', '全部商品名称'] },
  legacy: 'gb18030',
  offset: BEIJING,
  unit: 'order',
  money: 'once',
  states: 'order',
  currency: 'CNY',
  authority: 2,
  columns: {
    order: '订单号',
    buyer: '买家手机号',
    buyerName: '买家昵称',
    createdAt: '订单创建时间',
    paidAt: '买家付款时间',
    completedAt: '交易成功时间',
    status: '订单状态',
    afterSale: '订单退款状态',
    paid: '订单实付金额',
    refund: '订单已退款金额',
    title: '全部商品名称',
    buyerMessage: '买家备注',
    sellerMemo: '商家订单备注',
    region: ['收货人省份', '收货人城市', '收货人地区'],
    discount: '店铺优惠方式',
  },
  statuses: {
    待付款: 'unpaid',
    待发货: 'paid',
    待成团: 'paid',
    已发货: 'shipped',
    交易完成: 'completed',
    交易成功: 'completed',
    交易关闭: 'cancelled',
    已关闭: 'cancelled',
  },
  refundWords: ['退款成功', '全额退款成功', '部分退款成功'],
};

/** 有赞 customer list: totals per customer, no orders. */
export const youzanCustomers: CustomerFormat = {
  kind: 'customers',
  name: 'youzan-customers',
  platform: 'youzan',
  signature: { all: ['客户昵称', '客户手机号', '笔单价', '上次消费时间'] },
  legacy: 'gb18030',
  columns: {
    key: '客户手机号',
    name: ['客户姓名'],
    nickname: '客户昵称',
    phone: '客户手机号',
    area: ['所属区域'],
    birthday: '客户生日',
    grade: ['免费等级', '付费等级'],
    source: '来源渠道',
    tags: '标签',
  },
};
