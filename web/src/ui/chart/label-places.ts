interface Label {
  /** Where its middle would stand best, in pixels from the top. */
  readonly y: number;
  readonly height: number;
}

/**
 * Where the middles of labels go so that none covers another, in the order of `labels`: those that would touch stand
 * together as a block about the mean of where they belong, within `top` and `bottom` as long as all have room there;
 * where they have none they start at the top.
 */
export function placeLabels(
  labels: readonly Label[],
  [top, bottom]: readonly [top: number, bottom: number],
): readonly number[] {
  const order = labels.map((_, index) => index);
  order.sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0) || a - b);
  const blocks: Block[] = [];
  for (const index of order) {
    const { y, height } = labels[index] ?? { y: 0, height: 0 };
    let block: Block = { members: [index], wanted: y - height / 2, height, start: 0 };
    block.start = within(block, top, bottom);
    let above = blocks.at(-1);
    while (above !== undefined && above.start + above.height > block.start) {
      blocks.pop();
      block = merged(above, block);
      block.start = within(block, top, bottom);
      above = blocks.at(-1);
    }
    blocks.push(block);
  }
  const placed = labels.map(() => 0);
  for (const { members, start } of blocks) {
    let at = start;
    for (const index of members) {
      const height = labels[index]?.height ?? 0;
      placed[index] = at + height / 2;
      at += height;
    }
  }
  return placed;
}

interface Block {
  readonly members: readonly number[];
  /** Where the block would begin best. */
  readonly wanted: number;
  readonly height: number;
  start: number;
}

function within({ wanted, height }: Block, top: number, bottom: number): number {
  return Math.max(top, Math.min(bottom - height, wanted));
}

function merged(above: Block, below: Block): Block {
  const [one, other] = [above.members.length, below.members.length];
  return {
    members: [...above.members, ...below.members],
    wanted: (above.wanted * one + (below.wanted - above.height) * other) / (one + other),
    height: above.height + below.height,
    start: 0,
  };
}
