import { en } from './en';
import { knowWords } from './translator';
import { zhCN } from './zh-CN';
import { zhTW } from './zh-TW';

export { LANGS, type Lang, pickLang } from './lang';
export type { Params } from './translate';
export { type Translate, translator, type WordKey } from './translator';

// A page or a worker may be asked for any language at any time: whoever imports this has all of them.
knowWords('en', en);
knowWords('zh-CN', zhCN);
knowWords('zh-TW', zhTW);
