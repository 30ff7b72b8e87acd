import type { OrderFormat } from './format';

/** 速卖通 seller export: one row per order; buyers by name only, which is no key. */
export const aliexpressOrders: OrderFormat = {
  kind: 'orders',
  name: 'aliexpress-orders',
  platform: 'aliexpress',
  signature: { all: ['订单号', '负责人(业务员)', '满立减'] },
  unit: 'order',
  money: 'once',
  states: 'order',
  currency: 'sign',
  authority: 2,
  columns: {
    order: '订单号',
    buyerName: '买家名称',
    createdAt: '下单时间',
    paidAt: '付款时间',
    shippedAt: '发货时间',
    completedAt: '确认收货时间',
    status: '订单状态',
    paid: '订单金额',
    title: '产品信息(双击单元格展开所有产品信息!)',
    sellerMemo: '订单备注',
    courier: '实际发货物流:运单号',
    region: ['收货国家', '州/省', '城市'],
  },
  discounts: ['满立减'],
  statuses: {
    等待买家付款: 'unpaid',
    等待您发货: 'paid',
    等待买家收货: 'shipped',
    已完成: 'completed',
    订单关闭: 'cancelled',
    已关闭: 'cancelled',
  },
};
