import { isOnlyDuration } from '../read/duration';
import { textOf } from '../read/text';
import { childrenOf, type Place, type Space } from './space';

/** A smallest piece of text a page draws, and where. */
export interface Leaf {
  readonly element: Element;
  readonly text: string;
  readonly place: Place;
}

const MOST_LEAVES = 40;
const MOST_ELEMENTS = 200;
const CLOCK =
  /^(?:(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|昨天|今天|前天|刚刚|剛剛|yesterday|today|now|just now|(?:周|週|星期)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?[,\s]*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?)?[,\s]*(?:上午|下午|凌晨|晚上)?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?)?$/i;
const AGO = /^\d{1,3}\s*(?:秒|分钟|分鐘|小时|小時|天|s|m|min|mins|h|hr|hrs|d|w)(?:\s*(?:前|ago))?$/i;
const WAITS =
  /^(?:已?超时|已逾時|未回复|未回覆|待回复|待回覆|请在?\d+分钟内回复|not replied|unanswered|overdue|awaiting reply|chưa trả lời|belum dibalas|não respondida|sin responder|ยังไม่ตอบ)/i;
const MARKS =
  /^(?:已读|未读|已讀|未讀|已送达|已撤回|撤回|重发|翻译|read|unread|seen|delivered|sent|edited|failed|retry|translate|[✓✔]+)$/i;

/**
 * Whether a text is nothing but a point in time.
 *
 * @example isTimeLike('昨天 18:20') // => true
 * @example isTimeLike('3分钟前') // => true
 * @example isTimeLike('3号发货') // => false
 */
export function isTimeLike(text: string): boolean {
  const line = text.trim();
  return line.length > 1 && line.length <= 32 && (CLOCK.test(line) || AGO.test(line));
}

/**
 * Whether a text says that somebody waits for an answer.
 *
 * @example saysWaiting('请在3分钟内回复') // => true
 * @example saysWaiting('请问在吗') // => false
 */
export function saysWaiting(text: string): boolean {
  const line = text.trim();
  return line.length <= 30 && (WAITS.test(line) || (isOnlyDuration(line) && /等|超时|wait/i.test(line)));
}

/** Read receipts and the like: about a message, no part of it. */
export function isMark(text: string): boolean {
  return MARKS.test(text.trim());
}

/** A badge: a small number and nothing else. */
export function isCount(text: string): boolean {
  return /^\d{1,3}\+?$/.test(text.trim());
}

/** The letter in a round picture: stands for a face, and for several buyers alike. */
export function isInitial({ text, place }: Leaf, leaves: readonly Leaf[]): boolean {
  const square = Math.abs(place.width - place.height) <= 6 && place.width >= 18 && place.width <= 72;
  return leaves.length > 1 && [...text].length <= 2 && square;
}

/** The visible pieces of text in a place, as a reader meets them: line by line, left to right. */
export function leavesOf(root: Element, space: Space): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let seen = 0;
  const walk = (element: Element): void => {
    seen += 1;
    if (seen > MOST_ELEMENTS || leaves.length >= MOST_LEAVES || isIcon(element)) return;
    const children = childrenOf(element);
    const own = children.length === 0 || hasOwnText(element);
    if (!own) {
      for (const child of children) walk(child);
      return;
    }
    if (!space.sees(element)) return;
    const text = wordsOf(element).trim();
    if (text) leaves.push({ element, text, place: space.placeOf(element) });
  };
  walk(root);
  return leaves.sort((a, b) => (sameLine(a, b) ? a.place.left - b.place.left : a.place.top - b.place.top));
}

function sameLine(a: Leaf, b: Leaf): boolean {
  const centre = ({ place }: Leaf) => (place.top + place.bottom) / 2;
  return Math.abs(centre(a) - centre(b)) < Math.min(a.place.height, b.place.height) / 2;
}

function hasOwnText(element: Element): boolean {
  if (element.shadowRoot) return false;
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
}

/** The words of a piece, without those of icons between them. */
function wordsOf(element: Element): string {
  if (![...element.children].some(isIcon)) return textOf(element);
  return [...element.childNodes]
    .filter((node) => !(node instanceof Element && isIcon(node)))
    .map((node) => textOf(node))
    .join(' ');
}

/** Icon fonts write words ("more_vert") that nobody sees as words. */
function isIcon(element: Element): boolean {
  const name = element.localName;
  if (/^(i|svg|script|style|noscript|template|mat-icon|ion-icon)$/.test(name)) return true;
  return /(?:^|[\s_-])(?:icons?|iconfont|material-symbols-\w+|material-icons\w*)(?:$|[\s_-])/i.test(
    element.getAttribute('class') ?? '',
  );
}
