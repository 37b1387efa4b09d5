import type { JSX } from 'preact'
import { SignPicture } from '../../../../web/pictures/signs.js'
import type { BotherFrame, HelpLine } from './bother-frame.js'
import { sayFrom, type Say } from './words.js'

/** Help is one tap away from every pupil page (mechanism help-sources). */
export function HelpStrip({ bother }: { readonly bother: BotherFrame }): JSX.Element {
  const say = sayFrom(bother.words)
  const { danger, lines } = bother.help
  return (
    <section class="help" aria-labelledby="help-title">
      <h2 id="help-title">{say('help.title')}</h2>
      <ul>
        <li>
          <a class="ring ring-danger" href={telephone(danger)}>
            <SignPicture name="telephone" />
            {say('help.danger', { phone: danger })}
          </a>
        </li>
        {lines.slice(0, 2).map((line) => (
          <li key={line.id}>
            <HelpLink line={line} say={say} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The telephone first: it works where there is no data left, and leaves no page open. */
export function HelpLink({ line, say }: { readonly line: HelpLine; readonly say: Say }): JSX.Element {
  if (line.phone !== undefined)
    return (
      <a class="ring" href={telephone(line.phone)}>
        <SignPicture name="telephone" />
        <span>
          <b>{line.title}</b> {say('help.ring', { phone: line.phone })}
        </span>
      </a>
    )
  return (
    <a class="ring" href={line.web} rel="noreferrer">
      <SignPicture name="onward" />
      <span>{say('help.website', { name: line.title })}</span>
    </a>
  )
}

function telephone(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
