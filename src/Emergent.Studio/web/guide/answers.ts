/** The fence of a box for an answer: three ticks, `answer` and the name of the question. */
export const answerFence = /^```answer\s+(\S.*)$/;

/** All questions of a guide with their answers, as Markdown; a question is what stands in the block of its box, else the paragraph before it. */
export function answersText(title: string, guide: string, answers: Readonly<Record<string, string>>): string {
  const parts = [`# ${title}`];
  const blocks = guide.replace(/\r/g, '').split(/^(```.*\n[^]*?^```.*$)/m);
  blocks.forEach((block, index) => {
    const [first = '', ...lines] = block.split('\n');
    const id = answerFence.exec(first)?.[1]?.trim();
    if (!id) return;
    const inside = lines.slice(0, -1).join('\n').trim();
    const before = blocks[index - 1]?.trim().split(/\n\s*\n/).at(-1) ?? '';
    // Links to the page mean nothing outside of it.
    const question = (inside || before).replace(/\[([^\]]+)\]\(sim:[^)\s]+\)/g, '$1');
    parts.push(`## ${id}`, ...(question ? [question] : []), answers[id]?.trim() || '(no answer)');
  });
  return `${parts.join('\n\n')}\n`;
}
