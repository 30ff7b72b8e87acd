import { copyText } from '@extension/ui/clipboard';
import { expect, it } from 'vitest';

it('what is copied holds nothing that can not be seen, and keeps emoji and lines (F-86)', async () => {
  const copied: string[] = [];
  const clipboard = { writeText: async (text: string) => void copied.push(text) };
  await copyText('给您\u202e半价\u200b\u2066退\r\n👩‍👧 ok\ud83d', clipboard);
  expect(copied).toEqual(['给您半价退\n👩‍👧 ok\ufffd']);
});
