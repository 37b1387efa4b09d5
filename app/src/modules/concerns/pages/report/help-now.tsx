import type { Help } from '../../../../engine/packs/schema/sections.js'

/** Who helps at once, from the pack: each with what they do and how to reach them. */
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
