import { recipientFrom } from '@extension/panel/parcels/recipient-from';
import { describe, expect, it } from 'vitest';

describe('the answer picked from the chat', () => {
  it.each([
    ['送给我妈妈，署名小李，卡片上写妈妈生日快乐', { to: '我妈妈', from: '小李', words: '妈妈生日快乐' }],
    [
      '送给：王阿姨\n署名：小周\n卡片：中秋快乐，身体健康！',
      { to: '王阿姨', from: '小周', words: '中秋快乐，身体健康！' },
    ],
    ['送給外婆，署名阿明，卡片寫「平安喜樂」', { to: '外婆', from: '阿明', words: '平安喜樂' }],
    [
      'To: Grandma\nSigned: Tom\nCard: Happy birthday, see you soon',
      {
        to: 'Grandma',
        from: 'Tom',
        words: 'Happy birthday, see you soon',
      },
    ],
    ['祝姐姐新婚快乐', { to: '', from: '', words: '祝姐姐新婚快乐' }],
    ['', { to: '', from: '', words: '' }],
  ])('%s', (answer, read) => {
    expect(recipientFrom(answer)).toEqual(read);
  });

  it('ends soon on a hostile text', () => {
    const text = '送给'.repeat(5000) + '署名'.repeat(5000);
    expect(recipientFrom(text).words.length).toBeLessThanOrEqual(text.length);
  });
});
