import { createApp, h, ref, vModelText, withDirectives } from 'vue';

/** A textarea with `v-model`, as a template compiles to it. */
export function mount(holder) {
  const model = ref('');
  createApp({
    render: () =>
      withDirectives(
        h('textarea', {
          'onUpdate:modelValue': (value) => {
            model.value = value;
          },
        }),
        [[vModelText, model.value]],
      ),
  }).mount(holder);
  return { box: holder.querySelector('textarea'), text: () => model.value };
}
