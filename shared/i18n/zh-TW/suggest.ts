import type { Words } from '../words';

export const suggest: Words<'suggest'> = {
  'suggest.region': '對話裡提到',
  'suggest.take': '記下',
  'suggest.look': '填單',
  'suggest.leave': '不用記',
  'suggest.fact': '買家情況',
  'suggest.done.sentAs': '看到您改過後送出了，以送出的話為準',
  'suggest.hint.oftenBroken': '「{kind}」最近 {n} 次只有 {kept} 次準時兌現，這次有把握嗎？',
  'suggest.hint.fullDay': '{day}已經答應了 {n} 件，要不要往後約一天？',
  'suggest.hint.more': '（還有 {n} 則）',
};
