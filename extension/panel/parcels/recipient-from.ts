import { cleanText } from '@shared/text/normalize';

/** To whom, signed how, what words; '' where the text does not say. */
export interface RecipientWords {
  readonly to: string;
  readonly from: string;
  readonly words: string;
}

const NAME = '[^,，。;；:：、!！?？\\n"“”]{1,24}';
const TO = new RegExp(
  `(?:送给|送給|寄给|寄給|收礼人|收禮人|收件人|for|to)\\s*(?:是|[:：])?\\s*(${NAME})`,
  'iu',
);
const FROM = new RegExp(
  `(?:署名|落款|签名|簽名|署|signed(?:\\s+by)?|sign(?:\\s+it)?|from)\\s*(?:写|寫|就写|是|as|[:：])?\\s*(${NAME})`,
  'iu',
);
const WORDS =
  /(?:卡片上?|贺卡上?|賀卡上?|祝福语?|内容|內容|写上|寫上|card|words|write)\s*(?:就?[写寫]|是|says?)?\s*[:：,，]?\s*(.+)$/isu;

/**
 * What a buyer's answer says about the card, as far as it can be read; the seller sees and corrects it. What is
 * quoted is the words; without quotes or a sign of where they begin the whole answer is.
 */
export function recipientFrom(answer: string): RecipientWords {
  const text = cleanText(answer);
  const to = TO.exec(text)?.[1]?.trim() ?? '';
  const from = FROM.exec(text)?.[1]?.trim() ?? '';
  const quoted = /[“"「『](.{1,400}?)[”"」』]/su.exec(text)?.[1];
  if (quoted !== undefined) return { to, from, words: quoted.trim() };
  const told = WORDS.exec(text)?.[1];
  const rest = (told ?? (to === '' && from === '' ? text : ''))
    .replace(FROM, '')
    .replace(TO, '')
    .replace(/^[\s,，。;；:：]+|[\s,，;；:：]+$/g, '');
  return { to, from, words: rest };
}
