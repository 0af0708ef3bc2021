import { spoken, type Bot } from "./bot.ts";

const monologue: readonly string[] = [
  "I would use a big transformer, twelve layers with multi-head attention, because it's state of the art and can learn anything from raw input.",
  "So the attention mechanism computes queries, keys and values, softmax over the scaled dot product, and then a feed-forward block with GELU and layer norm.",
  "We could pre-train it with masked tokens and then fine-tune on our task with AdamW and a cosine schedule.",
  "For the head I'd put a mixture of experts on top, eight experts with top-2 gating, that is what the newest papers do.",
  "Maybe also add a graph neural network and concatenate its output with the transformer, then two more dense layers with dropout.",
  "We train on lots of GPUs with mixed precision until the loss is low.",
  "Rotary position embeddings are better than learned ones, so I would switch to them.",
  "If it does not work we make the model deeper, 24 layers, or use a larger hidden size like 4096.",
  "Then there's flash attention which makes it faster, and we could try different activation functions such as SwiGLU.",
  "The model will figure out the features by itself, that is the beauty of deep learning.",
];

/** Talks about architecture from the first sentence on, and comes back to it whatever is asked. */
export const novice: Bot = {
  name: "model-first novice",
  talks: true,
  enter: () => {
    let turn = 0;
    return () => spoken(monologue[turn++ % monologue.length]!, 15);
  },
};
