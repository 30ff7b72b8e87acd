import { type Period, printed, type Wall } from './moments';
import type { Order } from './orders';

/** Column heads of Pinduoduo's orders_export as downloaded (one begins with a space). */
export const PINDUODUO_HEADER =
  '商品,订单号,订单状态,商品数量(件),是否审核中,支付时间,承诺发货时间,承诺送达时间,发货时间,确认收货时间,商品id,' +
  '商品规格,样式ID,商品一级类目,商品二级类目,商品三级类目,商品四级类目,商家编码-规格维度,商家编码-商品维度,商家备注,' +
  '买家留言,售后状态,消费者资料,订单成交时间,消费者资料上传时间,赠品名称,赠品id,赠品规格,赠品数量,团ID,团身份,' +
  '是否已开始配送,配送员是否已送达,配送状态,同城是否普通快递,商品总价(元),邮费(元),店铺优惠折扣(元),' +
  '平台优惠折扣(元),多多支付立减金额(元),上门安装费(元),送货入户费(元),送货入户并安装费(元),用户实付金额(元),' +
  '商家实收金额(元),快递单号,快递公司,省,市,区,街道/镇,配送员手机号,是否抽奖或0元试用,是否顺丰加价, 用户购买手机号,' +
  '旅行类信息,充值号码,是否门店自提,门店名称,门店自定义编码,关联货品编码,货品名称,货品类型,子货品,仓库名称,' +
  '仓库所在地址,海淘清关订单号,支付ID,支付方式,保税仓,是否直播间成交,是否直播间引导成交,预约配送时间,是否节能补贴,' +
  '是否分期,分期期数,手续费承担方,是否无痕发货,订单来源,是否社区团购,小区送达情况,分期方式';
const COLUMNS = PINDUODUO_HEADER.split(',');

const yuan = (fen: number) => (fen / 100).toFixed(2);

function status(order: Order): string {
  if (order.closed) return '已取消';
  if (order.refund > 0) return '已发货，退款成功';
  if (order.completedAt) return '已收货';
  return order.shippedAt ? '已发货，待签收' : '待发货';
}

/** One row of the export. It names no buyer: neither nick nor id, and the place below the city is masked. */
export function pinduoduoRow(order: Order, period: Period): string {
  const at = (wall: Wall | null) => (wall === null ? '' : printed(period, wall));
  const cells: Readonly<Record<string, string>> = {
    商品: order.good.zh,
    订单号: `${order.number}\t`,
    订单状态: status(order),
    '商品数量(件)': String(order.quantity),
    是否审核中: '否',
    支付时间: at(order.paidAt),
    发货时间: at(order.shippedAt),
    确认收货时间: order.refund > 0 ? '' : at(order.completedAt),
    商品id: `${300_000_000_000 + order.good.price}\t`,
    商品规格: order.good.variantZh,
    样式ID: `${900_000_000_000 + order.good.price}\t`,
    '商家编码-规格维度': order.good.sku,
    商家备注: order.memo,
    买家留言: order.message,
    售后状态: order.refund > 0 ? '退款成功' : '无售后或售后取消',
    订单成交时间: at(order.paidAt),
    '商品总价(元)': yuan(order.amount - order.postage),
    '邮费(元)': yuan(order.postage),
    '店铺优惠折扣(元)': '0.00',
    '平台优惠折扣(元)': '0.00',
    '多多支付立减金额(元)': '0.00',
    '用户实付金额(元)': yuan(order.amount),
    '商家实收金额(元)': yuan(order.amount),
    快递单号: order.shippedAt ? `YT${order.number.slice(-13)}\t` : '',
    快递公司: order.shippedAt ? '圆通速递' : '',
    省: order.person.province,
    市: order.person.city,
    区: order.person.district,
    '街道/镇': '****',
    是否抽奖或0元试用: '否',
    是否顺丰加价: '否',
    是否门店自提: '否',
    支付方式: '微信',
  };
  return COLUMNS.map((column) => cells[column] ?? '').join(',');
}
