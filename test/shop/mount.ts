import type { Scene } from './scene';

/** The handles tests use on a mounted chat; the page's own modules are plain JavaScript without types. */
export interface MountedChat {
  readonly state: {
    readonly choose: (uid: string | null) => boolean;
    readonly hear: (uid: string, text: string) => boolean;
    readonly sent: readonly { readonly uid: string; readonly text: string }[];
  };
  readonly remount: () => void;
  /** Types into the reply box as a person would see it: value and input event. */
  readonly type: (text: string) => void;
  readonly send: () => void;
}

/** Mounts the chat page's reception into the document at hand, without server, timers or talking buyers. */
export async function mountChat(scene: Scene, rich: boolean): Promise<MountedChat> {
  const path = './page/workplace.js';
  const { workplace } = await import(/* @vite-ignore */ path);
  const { state, list, body } = workplace(structuredClone(scene), rich);
  document.body.replaceChildren(body);
  return {
    state,
    remount: () => list.remount(),
    type(text) {
      const box = document.querySelector<HTMLTextAreaElement>('#reply-box')!;
      if (rich) box.textContent = text;
      else box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    send: () => document.querySelector<HTMLButtonElement>('.send-btn')!.click(),
  };
}
