import type { ComponentChildren } from 'preact'

/** Bold and slanted words of one line: '**never**', '_Ask._'. Nothing else of Markdown is read, and no HTML ever. */
function inline(line: string): readonly ComponentChildren[] {
  return line.split(/(\*\*[^*]+\*\*|_[^_]+_)/).map((piece) => {
    if (piece.startsWith('**') && piece.length > 4) return <strong>{piece.slice(2, -2)}</strong>
    if (piece.startsWith('_') && piece.length > 2) return <em>{piece.slice(1, -1)}</em>
    return piece
  })
}

const headings = [
  { mark: '### ', render: (text: string) => <h3 class="govuk-heading-s">{text}</h3> },
  { mark: '## ', render: (text: string) => <h2 class="govuk-heading-m">{text}</h2> },
  { mark: '# ', render: (text: string) => <h1 class="govuk-heading-l">{text}</h1> },
] as const

function Block({ text }: { readonly text: string }) {
  const heading = headings.find(({ mark }) => text.startsWith(mark))
  if (heading) return heading.render(text.slice(heading.mark.length))
  if (!text.startsWith('- ')) return <p class="govuk-body">{inline(text)}</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {text.split('\n').map((line) => (
        <li>{inline(line.replace(/^- /, ''))}</li>
      ))}
    </ul>
  )
}

/** The plain-English page of a procedure as the engine writes it: headings, paragraphs and lists, and no more. */
export function PlainMarkdown({ markdown }: { readonly markdown: string }) {
  return (
    <>
      {markdown
        .trim()
        .split(/\n{2,}/)
        .map((text) => (
          <Block text={text} />
        ))}
    </>
  )
}
