/**
 * Leave quickly: the link with data-leave works alone; with this file the page is blanked at once, what was typed is
 * cleared, and the way out takes this page's place in the history instead of being added after it. Pressing Escape
 * three times within two seconds does the same.
 */
const link = document.querySelector('a[data-leave]')
let escapes = []

function leave() {
  window.speechSynthesis?.cancel()
  for (const form of document.forms) form.reset()
  document.title = '\u200b'
  document.body.hidden = true
  location.replace(link.href)
}

if (link) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    escapes = [...escapes.filter((at) => event.timeStamp - at < 2000), event.timeStamp]
    if (escapes.length === 3) leave()
  })
  // A page brought back by the Back button after leaving must not show its old content.
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.body.hidden) location.reload()
  })
}
