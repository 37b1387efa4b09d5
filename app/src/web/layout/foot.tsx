/** A clause that a page helps to keep: its number, and where it can be read. */
export interface KeptClause {
  readonly number: string
  readonly url: string
}

/** What the foot has no room for: how many more promises, and where all of them are listed. */
export interface KeptBesides {
  readonly count: number
  readonly url: string
}

interface FootProps {
  readonly keeps: readonly KeptClause[]
  readonly besides?: KeptBesides | undefined
}

/** The foot of every page: which promises of the policy this page keeps, each a link to its clause. */
export function Foot({ keeps, besides }: FootProps) {
  return (
    <footer class="hedgerow-foot">
      <div class="govuk-width-container">
        {keeps.length > 0 && (
          <p class="hedgerow-foot__line">
            This page keeps {keeps.length === 1 ? 'promise' : 'promises'}{' '}
            {keeps.map((clause, at) => (
              <>
                {joint(at, keeps.length + (besides ? 1 : 0))}
                <a class="govuk-link" href={clause.url}>
                  {clause.number}
                </a>
              </>
            ))}
            {besides && (
              <>
                {' and '}
                <a class="govuk-link" href={besides.url}>
                  {besides.count} more
                </a>
              </>
            )}
          </p>
        )}
        <p class="hedgerow-foot__line hedgerow-foot__name">Hedgerow: our online-safety policy, running</p>
      </div>
    </footer>
  )
}

const joint = (at: number, of: number) => (at === 0 ? '' : at === of - 1 ? ' and ' : ', ')
