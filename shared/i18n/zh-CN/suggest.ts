import type { Words } from '../words';

export const suggest: Words<'suggest'> = {
  'suggest.region': '聊天里提到',
  'suggest.take': '记下',
  'suggest.look': '填单',
  'suggest.leave': '不用记',
  'suggest.fact': '买家情况',
  'suggest.done.sentAs': '看到您改过后发出去了，按发出的话算数',
  'suggest.hint.oftenBroken': '“{kind}”最近 {n} 次只有 {kept} 次按时兑现，这次有把握吗？',
  'suggest.hint.fullDay': '{day}已经答应了 {n} 件，要不要往后约一天？',
  'suggest.hint.more': '（还有 {n} 条）',
};
