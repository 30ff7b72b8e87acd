import type { Words } from '../words';

export const selfCheck: Words<'selfCheck'> = {
  'selfCheck.title': '這個頁面認出了什麼',
  'selfCheck.notFound': '沒找到',
  'selfCheck.found': '找到了',
  'selfCheck.rows': '{n} 個對話',
  'selfCheck.messages': '{n} 則訊息',
  'selfCheck.waiting': '{n} 位在等',
  'selfCheck.byPlace': '（憑位置和文字認的）',
  'selfCheck.byDescription': '（按網站資料，第 {nth} 種辦法）',
  'selfCheck.about':
    '這些只留在你的電腦上。想請人修網站資料，就複製頁面骨架：只有標籤和數量，沒有名字，也沒有聊聊裡的話。',
  'selfCheck.copy': '複製頁面骨架',
  'selfCheck.copied': '已複製 {n} 行，裡面沒有頁面上的話。給別人之前請先看一遍。',
  'selfCheck.noAnswer': '頁面沒有回應。重新整理一下再按。',
  'selfCheck.notCopied': '瀏覽器不讓寫入剪貼簿。點一下面板再按一次。',
};
