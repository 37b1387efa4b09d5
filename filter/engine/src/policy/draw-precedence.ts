import { PRECEDENCE, WITHIN_A_CATEGORY } from './precedence.js'

/** docs/filter/precedence.md, from the table itself; a test holds the document to it. */
export function precedenceDocument(): string {
  const rows = PRECEDENCE.map(
    ({ title, holds, within }, at) =>
      `| ${at + 1} | ${title} | ${holds} | ${within === 'longest' ? 'who names more of the address, then the stricter' : 'the stricter'} |`,
  )
  return `# Who wins

Written from \`filter/engine/src/policy/precedence.ts\`; change it there.

A rule stands in a row by its kind and by whom it is for; nobody chooses a row. The first row that has something to say
decides. Strictness, from open to shut: allow, flag, ask, block.

| | row | holds | of two in the same row |
|---|---|---|---|
${rows.join('\n')}

\`\`\`mermaid
flowchart TB
${PRECEDENCE.map(({ id, title }, at) => `  ${id}["${at + 1} ${title}"]${at === 0 ? '' : `\n  ${PRECEDENCE[at - 1]?.id ?? ''} --> ${id}`}`).join('\n')}
\`\`\`

**Inside a category**, the first of these decides: ${WITHIN_A_CATEGORY.join(', ')}; then a rule with a time before one
without; then the stricter. A site in several categories gets the strictest of their answers, so a lunch break that opens games
opens no page that is in another shut category as well. A locked category is shut to all whom no nomination names, whether
a rule says so or not.

**Words** never open anything: of what the address gets and what the words typed or shown there get, the stricter holds. What
help lines say, and what nominated people open, is left alone.
`
}
