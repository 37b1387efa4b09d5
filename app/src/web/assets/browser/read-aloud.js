/**
 * Loudspeaker buttons read the elements whose ids they name (`data-read-aloud="a b"`), in order; pressed again they stop.
 *
 * Only voices that live on this device are used (localService). The others send the text to a company's servers, and
 * the text may be what a child told us; where there is no such voice the buttons stay hidden.
 */
const speaker = globalThis.speechSynthesis
const buttons = [...document.querySelectorAll('button[data-read-aloud]')]
let reading = null

/** The best voice on the device for the page's language: the same country first, then the same language. */
function localVoice() {
  const wanted = document.documentElement.lang.toLowerCase()
  const tag = (voice) => voice.lang.toLowerCase().replace('_', '-')
  const voices = speaker
    .getVoices()
    .filter((voice) => voice.localService && tag(voice).split('-')[0] === wanted.split('-')[0])
  return voices.find((voice) => tag(voice) === wanted) ?? voices[0]
}

/** As a person would read it: what a screen reader alone hears is left out, and a line without a full stop gets a pause. */
function wordsOf(id) {
  const element = document.getElementById(id)
  if (!element) return []
  return element.innerText
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (/[.!?:,]$/.test(line) ? line : `${line}.`))
}

function hush() {
  speaker.cancel()
  reading?.setAttribute('aria-pressed', 'false')
  reading = null
}

/** One utterance a sentence: some browsers fall silent in the middle of a long one. */
function read(button) {
  const again = reading === button
  hush()
  if (again) return
  reading = button
  button.setAttribute('aria-pressed', 'true')
  const lines = button.dataset.readAloud.split(' ').flatMap(wordsOf)
  for (const [at, line] of lines.entries()) {
    const utterance = new SpeechSynthesisUtterance(line)
    utterance.voice = localVoice() ?? null
    utterance.lang = document.documentElement.lang
    utterance.rate = 0.88
    utterance.onerror = () => reading === button && hush()
    if (at === lines.length - 1) utterance.onend = utterance.onerror
    speaker.speak(utterance)
  }
}

/** Voices arrive late in some browsers, so this runs again when they do. */
function offer() {
  const silent = localVoice() === undefined
  for (const button of buttons) button.hidden = silent
}

if (speaker && buttons.length > 0) {
  for (const button of buttons) button.addEventListener('click', () => read(button))
  speaker.addEventListener?.('voiceschanged', offer)
  addEventListener('pagehide', hush)
  offer()
}
