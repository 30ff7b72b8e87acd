// @vitest-environment happy-dom

import { parseAdapter } from '@extension/chat/adapter-schema';
import { look } from '@extension/chat/engine/look';
import { createMemory } from '@extension/chat/engine/memory';
import { beforeEach, expect, test } from 'vitest';
import definition from './adapter.json';
import { CAST } from './cast';
import { mountChat } from './mount';
import { makeScene } from './scene';

const parsed = parseAdapter(definition);
if (!parsed.ok) throw new Error(`adapter.json: ${parsed.place}`);
const { adapter } = parsed;
const scene = makeScene({ seed: 'tests', lang: 'zh', scenario: 'busy' });
const uid = (part: string) => CAST.find((role) => role.part === part)!.person.uid;

let chat: Awaited<ReturnType<typeof mountChat>>;
let memory: ReturnType<typeof createMemory>;
beforeEach(async () => {
  chat = await mountChat(scene, false);
  memory = createMemory(false);
});

function see(path = '/chat') {
  const url = `http://127.0.0.1:4173${path}`;
  return look(adapter, { document, url, topUrl: url, now: Date.now() }, memory).state;
}

test('nobody open at first, and everybody in the list', () => {
  const state = see();
  expect(state.status).toBe('no-conversation');
  expect(state.rows).toHaveLength(CAST.length);
  expect(state.rows?.filter((row) => row.waitingSince !== null)).toHaveLength(8);
});

test('an open buyer is known by the platform id, with messages, sides and order number', () => {
  chat.state.choose(uid('ship'));
  const state = see();
  expect(state.status).toBe('connected');
  expect(state.buyer).toMatchObject({
    platform: 'practice',
    strength: 'platform',
    key: uid('ship'),
    sure: true,
  });
  expect(state.messages.at(0)?.side).toBe('seller');
  expect(state.messages.at(-1)).toMatchObject({ side: 'buyer', text: '我这边急着送人的' });
  expect(state.messages.every((message) => message.at !== null)).toBe(true);
  expect(state.orderNumbers).toContain(
    scene.conversations.find((one) => one.uid === uid('ship'))!.orders[0]!.number,
  );
});

test('two buyers of one mask are two buyers', () => {
  chat.state.choose(uid('returning'));
  const one = see().buyer;
  chat.state.choose(uid('broken'));
  const other = see().buyer;
  expect(one?.name).toBe(other?.name);
  expect(one?.key).not.toBe(other?.key);
});

test('the list survives being built anew, and a new message is seen', () => {
  chat.state.choose(uid('stock'));
  chat.remount();
  chat.state.hear(uid('stock'), '还在吗');
  const state = see();
  expect(state.buyer?.key).toBe(uid('stock'));
  expect(state.messages.at(-1)?.text).toBe('还在吗');
  expect(state.rows).toHaveLength(CAST.length);
});

test('what the seller writes is a draft, then a message of the seller, and the wait ends', () => {
  chat.state.choose(uid('fresh'));
  chat.type('您好，前面还有两位');
  expect(see().draft).toBe('您好，前面还有两位');
  chat.send();
  const state = see();
  expect(state.messages.at(-1)).toMatchObject({ side: 'seller', text: '您好，前面还有两位' });
  expect(state.rows?.find((row) => row.key === uid('fresh'))?.waitingSince).toBe(null);
  expect(chat.state.sent).toEqual([{ uid: uid('fresh'), text: '您好，前面还有两位' }]);
});

test('other pages of the back office are no chat', () => {
  expect(see('/plain').status).toBe('not-chat');
});
