import { BEIJING, type OrderFormat } from './format';
import { taobaoItemList, taobaoOrders } from './taobao';

/** 千牛 order sheet (2024 on): the owner chooses the columns; no buyer name at all, addresses masked. */
export const qianniuOrders: OrderFormat = {
  ...taobaoOrders,
  name: 'qianniu-orders',
  signature: { all: ['订单编号', '买家应付邮费', '买家实付金额'], none: ['买家会员名'] },
  columns: {
    order: '订单编号',
    createdAt: '订单创建时间',
    paidAt: '订单付款时间',
    shippedAt: '发货时间',
    completedAt: '确认收货时间',
    status: '订单状态',
    afterSale: '订单关闭原因',
    paid: '买家实付金额',
    refund: '退款金额',
    quantity: '宝贝总数量',
    title: '商品标题',
    sku: '商家编码',
    sellerMemo: '商家备注',
    courier: '物流单号',
  },
  // No column says what was taken off.
  discounts: [],
  fullPrice: '总金额',
};

/** 千牛 item sheet: one row per sub-order, in the same workbook as the order sheet. */
export const qianniuItems: OrderFormat = {
  ...taobaoItemList,
  name: 'qianniu-items',
  offset: BEIJING,
  signature: {
    all: ['子订单编号', '主订单编号', '商品标题', '退款状态'],
    none: ['外部系统编号', '选购商品'],
  },
  columns: {
    order: '主订单编号',
    line: '子订单编号',
    createdAt: '订单创建时间',
    paidAt: '订单付款时间',
    shippedAt: '发货时间',
    status: '订单状态',
    afterSale: '退款状态',
    paid: '买家实付金额',
    refund: '退款金额',
    quantity: '购买数量',
    title: '商品标题',
    variant: '商品属性',
    sku: '商家编码',
  },
};
