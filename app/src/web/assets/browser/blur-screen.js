/**
 * One key ('b', when nothing is being typed) or the button makes a page about children unreadable to whoever walks up,
 * and the same again brings it back. The page also stays out of reach of the keyboard and of screen readers meanwhile.
 */
export function blurScreen() {
  const screen = document.querySelector('[data-blur="screen"]')
  const button = document.querySelector('[data-blur="button"]')
  if (!screen || !button) return
  const toggle = () => {
    const blurred = !screen.inert
    screen.inert = blurred
    button.setAttribute('aria-pressed', String(blurred))
    document.body.classList.toggle('hedgerow-blurred', blurred)
  }
  button.hidden = false
  button.addEventListener('click', toggle)
  addEventListener('keydown', (event) => {
    if (event.key !== 'b' || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.closest('input, textarea, select, [contenteditable]')) return
    toggle()
  })
}
