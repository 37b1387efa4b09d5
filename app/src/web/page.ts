import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole page as HTML, from `<Page>` or `<PupilPage>`. Escapes every text; there is no way to put raw HTML in. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}`
}
