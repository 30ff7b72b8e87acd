/**
 * The words of the extension's own pages, without those of the letter and the command line: a panel that opens
 * beside a chat loads no more than it says. Same shape as `./index`, which has all words.
 */

import { background as enBackground } from './en/background';
import { chat as enChat } from './en/chat';
import { common as enCommon } from './en/common';
import { options as enOptions } from './en/options';
import { packing as enPacking } from './en/packing';
import { panel as enPanel } from './en/panel';
import { records as enRecords } from './en/records';
import type { Lang } from './lang';
import { fillSentence, type Params } from './translate';
import { background as zhCNBackground } from './zh-CN/background';
import { chat as zhCNChat } from './zh-CN/chat';
import { common as zhCNCommon } from './zh-CN/common';
import { options as zhCNOptions } from './zh-CN/options';
import { packing as zhCNPacking } from './zh-CN/packing';
import { panel as zhCNPanel } from './zh-CN/panel';
import { records as zhCNRecords } from './zh-CN/records';
import { background as zhTWBackground } from './zh-TW/background';
import { chat as zhTWChat } from './zh-TW/chat';
import { common as zhTWCommon } from './zh-TW/common';
import { options as zhTWOptions } from './zh-TW/options';
import { packing as zhTWPacking } from './zh-TW/packing';
import { panel as zhTWPanel } from './zh-TW/panel';
import { records as zhTWRecords } from './zh-TW/records';

export { LANGS, type Lang, pickLang } from './lang';
export type { Params } from './translate';

const en = {
  ...enCommon,
  ...enRecords,
  ...enChat,
  ...enPanel,
  ...enPacking,
  ...enOptions,
  ...enBackground,
};

/** Every key of these areas. */
export type WordKey = keyof typeof en;
type Words = Readonly<Record<WordKey, string>>;

const zhCN: Words = {
  ...zhCNCommon,
  ...zhCNRecords,
  ...zhCNChat,
  ...zhCNPanel,
  ...zhCNPacking,
  ...zhCNOptions,
  ...zhCNBackground,
};

const zhTW: Words = {
  ...zhTWCommon,
  ...zhTWRecords,
  ...zhTWChat,
  ...zhTWPanel,
  ...zhTWPacking,
  ...zhTWOptions,
  ...zhTWBackground,
};

const WORDS: Readonly<Record<Lang, Words>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** Writes the sentence of a key in one language. */
export type Translate = (key: WordKey, params?: Params) => string;

/**
 * The writer of one language.
 *
 * @example translator('zh-TW')('common.undo') // => '復原'
 */
export function translator(lang: Lang): Translate {
  const words = WORDS[lang];
  return (key, params = {}) => fillSentence(words[key], params, lang);
}
