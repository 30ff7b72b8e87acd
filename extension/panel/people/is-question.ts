const ASKS =
  /[?？]|[吗嗎呢么麼]\s*[。.!！~]*$|什么|什麼|怎么|怎麼|怎样|怎樣|哪[个個种種款里裡]|多少|几[天个]|幾[天個]|能不能|可不可以|有没有|有沒有|是不是|适合|適合|推荐|推薦|请问|請問/;
const ASKS_IN_ENGLISH =
  /\b(what|which|how|when|where|why|who|can|could|does|do|is|are|will|would|should|any)\b/i;

/**
 * Whether a message asks something, so that an answer is not an advertisement.
 *
 * @example isQuestion('敏感肌可以用吗') // => true
 * @example isQuestion('好的谢谢') // => false
 */
export function isQuestion(text: string): boolean {
  return ASKS.test(text) || (/^[\p{ASCII}’]+$/u.test(text) && ASKS_IN_ENGLISH.test(text));
}
