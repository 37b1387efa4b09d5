import { renderToString } from 'preact-render-to-string'
import { FAILURES } from '../../../engine/src/index.js'
import type { GatewayEvent, PartHealth } from './health.js'
import { statusStyle } from './status-style.js'

/** What the status page shows. */
export interface StatusView {
  readonly school: string
  readonly snapshot: string
  readonly parts: readonly PartHealth[]
  readonly events: readonly GatewayEvent[]
  readonly figures: readonly (readonly [string, string])[]
}

/** The status page: for a technician, on the gateway itself. */
export function statusPage(view: StatusView): string {
  return `<!doctype html>${renderToString(<StatusPage {...view} />)}`
}

function StatusPage({ school, snapshot, parts, events, figures }: StatusView) {
  const failing = parts.filter(({ state }) => state === 'failing').length
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{`Filter: ${school}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="refresh" content="30" />
        <style dangerouslySetInnerHTML={{ __html: statusStyle }} />
      </head>
      <body>
        <header>Web filter, {school}</header>
        <main>
          <h1>
            {failing === 0 ? 'Everything works' : `${failing} ${failing === 1 ? 'part is' : 'parts are'} failing`}
          </h1>
          <p>{snapshot}</p>
          <Parts parts={parts} />
          <h2>Figures since the start</h2>
          <dl>
            {figures.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h2>What it does when something goes wrong</h2>
          <Failures />
          <h2>What happened lately</h2>
          <Happened events={events} />
        </main>
      </body>
    </html>
  )
}

const STATES = { well: 'Works', failing: 'Failing', 'not used': 'Not used' } as const

/** A list and not a table: on a phone in front of the cupboard each part is read from top to bottom. */
function Parts({ parts }: { readonly parts: readonly PartHealth[] }) {
  return (
    <ul class="parts">
      {parts.map(({ id, title, state, now, whenItFails }) => (
        <li key={id} class={state === 'failing' ? 'failing' : undefined}>
          <strong>{title}</strong>
          <span class="state">{STATES[state]}</span>
          <span>{now}</span>
          <span>
            <b>When it fails:</b> {whenItFails}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The engine's own table: a test walks each row of it through a running gateway. */
function Failures() {
  return (
    <div class="scrolls" role="region" aria-label="Failures" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">What happens</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {FAILURES.map(({ id, happens, behaviour }) => (
            <tr key={id}>
              <th scope="row">{happens}</th>
              <td>{behaviour}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Happened({ events }: { readonly events: readonly GatewayEvent[] }) {
  if (events.length === 0) return <p>Nothing that anybody need know of.</p>
  return (
    <ul>
      {events.map(({ at, alarm, sentence }) => (
        <li key={`${at} ${sentence}`}>
          <time>{new Date(at).toLocaleString('en-GB', { timeZone: 'Europe/London' })}</time>{' '}
          {alarm && <strong>Alarm: </strong>}
          {sentence}
        </li>
      ))}
    </ul>
  )
}
