/** What nobody may do in this step, in a quiet box: 'Do not copy or forward the image.' */
export function MustNots({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div class="hedgerow-must-nots">
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
