const zh = {
  title: '集市商家后台',
  brand: '集市',
  chat: '接待',
  orders: '订单',
  goods: '商品',
  notice: '公告',
  leave: '退出',
  online: '在线',
  agent: '掌柜',
  received: '今日接待',
  waitingNow: '待回复',
  pace: '平均响应',
  search: '搜索买家',
  all: '全部',
  waiting: '待回复',
  overdue: '已超时',
  choose: '请选择一个会话',
  chooseHint: '从左边点开一位买家，开始接待',
  nobody: '这里没有买家',
  wait: (text) => `等待 ${text}`,
  over: (text) => `超时 ${text}`,
  minutes: (m, s) => (m > 0 ? `${m}分${String(s).padStart(2, '0')}秒` : `${s}秒`),
  placeholder: '回复买家，Enter 发送，Shift+Enter 换行',
  reply: '回复',
  send: '发送',
  quick: ['您好，在的', '今天下单明天发出', '稍等，我看一下', '感谢您的光临'],
  orderNo: '订单编号',
  placed: '下单时间',
  paid: '实付',
  copy: '复制',
  copied: '已复制',
  status: { paid: '待发货', shipped: '待收货', completed: '交易成功' },
  asking: '买家正在咨询',
  stock: (count) => (count > 0 ? `库存 ${count}` : '暂时缺货'),
  buyerTab: '买家',
  ordersTab: '订单',
  goodsTab: '商品',
  noOrders: '还没有订单',
  region: '所在地',
  first: '首次下单',
  times: '成交订单',
  uid: '买家编号',
  sendLink: '发送链接',
  buyer: '买家',
  good: '商品',
  amount: '金额',
  state: '状态',
  price: '价格',
  signIn: '请登录',
  signInHint: '登录已过期，请重新登录商家账号',
  account: '账号',
  password: '密码',
  enter: '登录',
  joined: '买家进入会话',
  you: '我',
};

const en = {
  title: 'Jishi Seller Office',
  brand: 'Jishi',
  chat: 'Chat',
  orders: 'Orders',
  goods: 'Goods',
  notice: 'News',
  leave: 'Sign out',
  online: 'Online',
  agent: 'Owner',
  received: 'Served today',
  waitingNow: 'Waiting',
  pace: 'Average answer',
  search: 'Search buyers',
  all: 'All',
  waiting: 'Waiting',
  overdue: 'Overdue',
  choose: 'Choose a conversation',
  chooseHint: 'Open a buyer on the left to start',
  nobody: 'Nobody here',
  wait: (text) => `Waiting ${text}`,
  over: (text) => `Overdue ${text}`,
  minutes: (m, s) => (m > 0 ? `${m}m ${String(s).padStart(2, '0')}s` : `${s}s`),
  placeholder: 'Reply to the buyer. Enter sends, Shift+Enter for a new line',
  reply: 'Reply',
  send: 'Send',
  quick: [
    'Hello, I am here',
    'Order today, ships tomorrow',
    'One moment, let me look',
    'Thank you for looking',
  ],
  orderNo: 'Order number',
  placed: 'Placed',
  paid: 'Paid',
  copy: 'Copy',
  copied: 'Copied',
  status: { paid: 'To ship', shipped: 'On its way', completed: 'Done' },
  asking: 'Asking about',
  stock: (count) => (count > 0 ? `${count} in stock` : 'Sold out'),
  buyerTab: 'Buyer',
  ordersTab: 'Orders',
  goodsTab: 'Goods',
  noOrders: 'No orders yet',
  region: 'Place',
  first: 'First order',
  times: 'Orders',
  uid: 'Buyer number',
  sendLink: 'Send link',
  buyer: 'Buyer',
  good: 'Good',
  amount: 'Amount',
  state: 'Status',
  price: 'Price',
  signIn: 'Please sign in',
  signInHint: 'Your session has ended. Sign in to the seller account again',
  account: 'Account',
  password: 'Password',
  enter: 'Sign in',
  joined: 'The buyer came in',
  you: 'Me',
};

/** @param {string} lang */
export function wordsFor(lang) {
  return lang === 'en' ? en : zh;
}

/** The platform's clock is Beijing's, wherever the seller sits. @param {number} at */
function beijing(at) {
  const text = new Date(at + 8 * 3_600_000).toISOString();
  return {
    year: text.slice(0, 4),
    month: text.slice(5, 7),
    day: text.slice(8, 10),
    clock: text.slice(11, 19),
  };
}

/**
 * A moment as the head of a group of messages prints it.
 *
 * @param {number} at
 * @param {string} lang
 */
export function fullTime(at, lang) {
  const { year, month, day, clock } = beijing(at);
  return lang === 'en' ? `${year}-${month}-${day} ${clock}` : `${year}年${month}月${day}日 ${clock}`;
}

/**
 * A moment as a row of the list prints it: the clock today, the day before that.
 *
 * @param {number} at
 */
export function shortTime(at) {
  const [then, now] = [beijing(at), beijing(Date.now())];
  const today = then.year === now.year && then.month === now.month && then.day === now.day;
  return today ? then.clock.slice(0, 5) : `${then.month}-${then.day}`;
}
