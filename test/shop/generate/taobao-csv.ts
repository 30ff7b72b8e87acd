import { type Period, printed, type Wall } from './moments';
import type { Order } from './orders';
import { SHOP_NAME } from './parameters';

/** Column heads of Taobao's 订单报表 as downloaded (59 and more columns, some with a space at the end). */
export const TAOBAO_HEADER =
  '订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,' +
  '买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,' +
  '订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,' +
  '订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,' +
  '是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,' +
  '新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,预约门店,' +
  '确认收货时间,打款商家金额,含应开票给个人的个人红包,是否信用购,前N有礼,主订单编号';
const COLUMNS = TAOBAO_HEADER.split(',');

const yuan = (fen: number) => (fen / 100).toFixed(2);

function status(order: Order): string {
  if (order.closed) return '交易关闭';
  if (order.completedAt) return '交易成功';
  return order.shippedAt ? '卖家已发货，等待买家确认' : '买家已付款，等待卖家发货';
}

/** One row of the report; line ends are CRLF, order numbers guarded as `="…"` the way Excel needs them. */
export function taobaoRow(order: Order, period: Period): string {
  const { person } = order;
  const at = (wall: Wall | null) => (wall === null ? '' : printed(period, wall));
  const cells: Readonly<Record<string, string>> = {
    订单编号: `"=""${order.number}"""`,
    买家会员名: person.nick,
    买家支付宝账号: `${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`,
    支付单号: order.paidAt ? `'${at(order.paidAt).replace(/\D/g, '')}${order.number.slice(-11)}` : '',
    买家应付货款: yuan(order.amount - order.postage),
    买家应付邮费: yuan(order.postage),
    买家支付积分: '0',
    总金额: yuan(order.amount),
    返点积分: '0',
    买家实际支付金额: order.paidAt ? yuan(order.amount) : '0.00',
    买家实际支付积分: '0',
    订单状态: status(order),
    买家留言: order.message || 'null',
    收货人姓名: person.name,
    '收货地址 ': `${person.province} ${person.city} ${person.district} ${person.street}`,
    运送方式: '快递',
    '联系电话 ': "'null",
    联系手机: `'${person.phone}`,
    订单创建时间: at(order.createdAt),
    '订单付款时间 ': at(order.paidAt),
    '宝贝标题 ': `${order.good.zh} ${order.good.variantZh}`,
    '宝贝种类 ': '1',
    '物流单号 ': order.shippedAt ? `No:YT${order.number.slice(-13)}` : '',
    物流公司: order.shippedAt ? '圆通速递' : '',
    订单备注: order.memo,
    宝贝总数量: String(order.quantity),
    店铺Id: '0',
    店铺名称: SHOP_NAME,
    订单关闭原因: order.closed ? '买家未付款' : '订单未关闭',
    卖家服务费: '0.00元',
    买家服务费: '0.00元',
    是否手机订单: '手机订单',
    特权订金订单id: "'null",
    退款金额: yuan(order.refund),
    确认收货时间: at(order.completedAt),
    打款商家金额: `${order.completedAt ? yuan(order.amount - order.refund) : '0.00'}元`,
    主订单编号: `'${order.number}`,
  };
  return COLUMNS.map((column) => cells[column] ?? '').join(',');
}
