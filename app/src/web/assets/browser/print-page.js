/** Shows the buttons that print: without this file there is nothing for them to do, so they leave the server hidden. */
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
