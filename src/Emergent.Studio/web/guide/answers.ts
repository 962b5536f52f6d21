/** The fence of a box for an answer: three ticks, `answer` and the name of the question. */
export const answerFence = /^```answer\s+(\S.*)$/;

/** All questions of a guide with their answers, as Markdown; a question is what stands before its box. */
export function answersText(title: string, guide: string, answers: Readonly<Record<string, string>>): string {
  const lines = guide.replace(/\r/g, '').split('\n');
  const parts = [`# ${title}`];
  let paragraph: string[] = [];
  let isInFence = false;
  for (const line of lines) {
    const id = answerFence.exec(line)?.[1]?.trim();
    if (id) {
      // Links to the page mean nothing outside of it.
      const question = paragraph.join('\n').replace(/\[([^\]]+)\]\(sim:[^)\s]+\)/g, '$1');
      parts.push(`## ${id}`, ...(question ? [question] : []), answers[id]?.trim() || '(no answer)');
      paragraph = [];
    }
    if (line.startsWith('```')) isInFence = !isInFence;
    else if (isInFence || (line.trim() === '' && paragraph.length > 0)) {
      if (!isInFence) paragraph.push('');
    } else if (paragraph.at(-1) === '') paragraph = [line];
    else if (line.trim() !== '') paragraph.push(line);
  }
  return `${parts.map(part => part.trim()).join('\n\n')}\n`;
}
