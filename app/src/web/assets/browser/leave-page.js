/**
 * Leave quickly: the link with data-leave works alone; with this file the page is blanked at once, what was typed is
 * cleared, and the way out takes this page's place in the history instead of being added after it. Pressing Escape
 * three times within two seconds does the same. A link with data-leave-behind takes the page's place too, without
 * leaving the school's pages.
 */
const out = document.querySelector('a[data-leave]')
let escapes = []

function leave(link) {
  globalThis.speechSynthesis?.cancel()
  for (const form of document.forms) form.reset()
  document.title = '\u200b'
  document.body.hidden = true
  location.replace(link.href)
}

for (const link of document.querySelectorAll('a[data-leave], a[data-leave-behind]'))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave(link)
  })

if (out)
  addEventListener('keydown', (event) => {
    if (event.repeat || event.key !== 'Escape') return
    escapes = [...escapes.filter((at) => event.timeStamp - at < 2000), event.timeStamp]
    if (escapes.length === 3) leave(out)
  })

// A page brought back by the Back button after leaving must not show its old content.
addEventListener('pageshow', (event) => {
  if (event.persisted && document.body.hidden) location.reload()
})
