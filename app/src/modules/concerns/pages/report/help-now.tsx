import type { Help } from '../../../../engine/packs/schema/sections.js'

/** As many as a page shows at the moment when somebody needs one: the whole list has its own page. */
const most = 4

/** Whom somebody of an audience can reach at once, the telephone first, in the order of the pack. */
export const helpFor = (help: readonly Help[], audience: Help['for'][number]): readonly Help[] =>
  help
    .filter((line) => line.for.includes(audience) && (line.phone ?? line.web))
    .toSorted((a, b) => Number(a.phone === undefined) - Number(b.phone === undefined))
    .slice(0, most)

/** Who helps at once: each with what they do and how to reach them. */
export function HelpNow({ help }: { readonly help: readonly Help[] }) {
  return (
    <ul class="govuk-list">
      {help.map(({ id, title, what, phone, web }) => (
        <li key={id}>
          <strong>{title}</strong>
          {phone && (
            <>
              {', '}
              <a class="govuk-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                {phone}
              </a>
            </>
          )}
          {!phone && web && (
            <>
              {', '}
              <a class="govuk-link" href={web} rel="noreferrer">
                {web.replace(/^https:\/\/(www\.)?/, '')}
              </a>
            </>
          )}
          <br />
          {what}
        </li>
      ))}
    </ul>
  )
}
