/**
 * The waiting page: sends its form again by itself after data-send-after seconds, and says so only then. The page's own
 * button does the same at once. Nothing is kept on the device; what the child told us waits in the form's own fields.
 */
for (const said of document.querySelectorAll('[data-send-after]')) {
  const form = said.closest('form')
  said.hidden = false
  const timer = setTimeout(() => form.requestSubmit(), Math.max(2, Number(said.dataset.sendAfter)) * 1000)
  form.addEventListener('submit', () => clearTimeout(timer))
}
