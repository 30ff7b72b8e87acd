import type { Words } from '../words';

export const durable: Words<'durable'> = {
  'durable.news.rebuilt': '這台電腦上的資料庫不見或損毀了，帳本已依日誌重建：{n} 筆紀錄，一筆不少。',
  'durable.news.part':
    '這台電腦上的資料庫不見或損毀了，日誌也缺了一段，只救回 {n} 筆紀錄。請到「設定 → 備份」跟最近的備份核對。',
  'durable.news.older':
    '這台電腦上的帳本退回到以前的樣子，至少少了 {n} 筆。有更新的備份，請到「設定 → 備份」還原。',
  'durable.news.gone':
    '這裡原本有一本帳，記了 {n} 筆，現在這台電腦上什麼都沒有了。請到「設定 → 備份」還原最近的備份。',
  'durable.news.one-place': '這個視窗不給地方寫日誌（是不是無痕視窗？），帳本只存了一份，請常存備份。',
  'durable.news.after-all':
    '剛才硬碟太慢，說了沒存到的那一筆，其實存到了。再寫之前先看一眼最新的紀錄，免得記兩次。',
  'durable.rebuilding': '資料庫不見或損毀了，正在依日誌重建帳本：已救回 {n} 筆……',
  'durable.moved': '帳本已依日誌重建。請先把這裡填的內容複製下來，再重新整理。',
  'durable.reload': '重新整理',
  'durable.read': '知道了',
  'durable.lock.locked': '已上鎖。請輸入螢幕鎖密碼',
  'durable.lock.open': '打開',
  'durable.lock.wrong': '密碼不對。備份的復原碼也能打開。',
  'durable.lock.honest': '存過的都在。鎖只是把螢幕遮住。',
};
