/**
 * Every sentence of the Bother pages, by id, so that a pack or a language can replace them (`wordsWith`). Written for a
 * child of seven to read and a child of five to hear: short sentences, one idea each, no promise that we cannot keep.
 * `{school}` and the like are filled in by the page; a replacement keeps the same gaps.
 */
export const botherWords = {
  'page.home': 'Start again:',
  'page.skip': 'Skip to the page',
  'page.leave': 'Leave this page',
  'page.read': 'Read this to me',
  'page.back': 'Go back',
  'page.next': 'Next',
  'page.step': 'Step {step} of {of}',
  'page.keeps': 'For grown-ups: this page keeps',

  'help.title': 'Need help right now?',
  'help.danger': 'In danger? Ring {phone}.',
  'help.ring': 'Ring {phone}',
  'help.website': 'Open {name}',

  'start.title': 'Is something bothering you?',
  'start.lead': 'It is good to tell. You can choose how.',
  'start.put-away': 'Put it away',
  'start.put-away.more': 'Hide the screen first.',
  'start.grown-up': 'Tell a grown-up',
  'start.grown-up.more': 'See who can help you.',
  'start.tell': 'Tell us here',
  'start.tell.more': 'You can keep your name out of it.',
  'start.return': 'I have three words',
  'start.return.more': 'Read your answer here.',

  'put-away.title': 'Put it away',
  'put-away.1': 'Half close the laptop. Or turn the tablet over.',
  'put-away.2': 'You do not have to look at it again.',
  'put-away.3': 'Do not write back. Do not send it on.',
  'put-away.4': 'Leave it just as it is. A grown-up will sort it out.',
  'put-away.then': 'What now?',

  'grown-up.title': 'Tell a grown-up',
  'grown-up.lead': 'You can talk to any of these people.',
  'grown-up.any': 'You can talk to any grown-up at school.',
  'grown-up.say': 'Not sure how to start? Say this:',
  'grown-up.line': 'Something is bothering me. Can we talk?',
  'grown-up.home': 'At home, tell somebody you trust.',
  'grown-up.not-heard': 'Did they not listen? Tell somebody else. Keep telling.',

  'what.title': 'What is bothering you?',
  'what.lead': 'Tap a picture. You can tap more than one.',
  'what.box': 'Or write it here',
  'what.box.hint': 'Any words will do. Spelling does not matter.',
  'what.send': 'Send it now',
  'what.send.hint': 'You can stop here and send it. Or tap Next to tell us more.',
  'what.empty': 'Tap a picture first. Or write something in the box.',
  'what.long': 'That is a lot to tell. Please make it a bit shorter. You can write more later.',

  'who.title': 'Is it about you or somebody else?',
  'who.me': 'Me',
  'who.somebody-else': 'Somebody else',
  'who.adult': 'A grown-up at school is part of it',
  'who.adult.hint': 'Tick this if you want. Then {reader} will read it first.',

  'name.title': 'Do you want us to know who you are?',
  'name.lead': 'No is fine. We will still help.',
  'name.no': 'No, thank you',
  'name.yes': 'Yes, I will tell you',
  'name.boxes': 'Who are you?',
  'name.name': 'Your name',
  'name.class': 'Your class',
  'name.class.hint': 'You can leave this empty.',
  'name.empty': 'Write your name. Or tap Go back and choose No.',

  'wish.title': 'What would you like?',
  'wish.lead': 'Pick what feels right.',

  'check.title': 'Is this right?',
  'check.lead': 'We have not sent it yet.',
  'check.what': 'What is bothering you',
  'check.who': 'Who it is about',
  'check.name': 'Your name',
  'check.wish': 'What you would like',
  'check.nothing': 'You did not say. That is fine.',
  'check.no-name': 'You kept your name out of it.',
  'check.adult': 'A grown-up at school is part of it.',
  'check.change': 'Change',
  'check.send': 'Send it',

  'reader.title': 'Who will read it?',
  'reader.one': '{reader} will read it.',
  'secret.title': 'Is it a secret?',

  'sent.title': 'Thank you for telling us',
  'sent.lead': 'Now keep these three words.',
  'sent.words': 'Your three words',
  'sent.why': 'They open your answer. We cannot find them for you later.',
  'sent.keep': 'Write them down. Only show them to somebody you trust.',
  'sent.answer': 'A grown-up will answer by {day}.',
  'sent.closed': 'School is closed today. You do not have to wait for us.',
  'sent.worried': 'Too worried to wait? Talk to a grown-up now.',
  'sent.how': 'Come back to this website. Tap “{link}”.',
  'sent.print': 'Print my words',
  'sent.print.hint': 'Only print if you can fetch the paper yourself.',
  'sent.more': 'Tell us more',
  'sent.done': 'I have kept my words',

  'slip.title': 'My three words',
  'slip.how': 'Go to this page and type the words. Or scan the square.',
  'slip.keep': 'Keep this safe. It opens your answer.',

  'return.title': 'What are your three words?',
  'return.lead': 'Spelling does not have to be right.',
  'return.1': 'First word',
  'return.2': 'Second word',
  'return.3': 'Third word',
  'return.open': 'Open my answer',
  'return.mean': 'Did you mean one of these?',
  'return.empty': 'Write a word in every box.',
  'return.unsure': 'We are not sure about this word.',
  'return.unknown': 'We do not know this word. Can you check it?',
  'return.not-found': 'Those words did not open anything. Are they in the right order?',
  'return.again': 'This page was open for a long time. Type your words again.',
  'return.lost': 'Lost your words?',
  'return.lost.more': 'Tell us again. Or talk to a grown-up.',

  'answers.new': 'You have an answer',
  'answers.none': 'We have your message',
  'answers.read': 'Your messages',
  'answers.before': 'What we said before',
  'answers.wait': 'No answer yet. A grown-up will answer by {day}.',
  'answers.late': 'We are late with your answer. We are sorry. More grown-ups now know that you are waiting.',
  'answers.you': 'You',
  'answers.tag': 'New',
  'answers.write': 'Write again',
  'answers.write.hint': 'You can say more. You can ask something.',
  'answers.send': 'Send',
  'answers.empty': 'Write something in the box first.',
  'answers.kept': 'We got it. A grown-up will answer by {day}.',
  'answers.close': 'Close my messages',

  'busy.title': 'It is nearly your turn',
  'busy.lead': 'Lots of children are telling us things.',
  'busy.wait': 'Keep this page open. It will send by itself.',
  'busy.hand': 'Or tap the button to try now.',
  'busy.try': 'Try now',

  'poster.title': 'Is something online bothering you?',
  'poster.1': 'Put it away',
  'poster.2': 'Tell a grown-up',
  'poster.3': 'Or tell us here',
  'poster.how': 'Scan the square, or go to',
  'poster.where': 'At school and at home',
  'poster.name': 'You do not have to say who you are.',
  'poster.answer': 'You will get an answer.',
  'poster.code': 'A square code that opens our Bother page',

  'button.text': 'Is something online bothering you? Tell us here.',
} as const satisfies Record<string, string>

/** The id of one sentence. */
export type BotherWordId = keyof typeof botherWords

/** A full set of sentences, ours or a translation. */
export type BotherWords = Readonly<Record<BotherWordId, string>>

/** Our sentences with some replaced. A blank replacement is ignored: a page never goes silent. */
export function wordsWith(replaced: Partial<BotherWords>): BotherWords {
  const kept = Object.entries(replaced).filter(([, words]) => words !== undefined && words.trim() !== '')
  return { ...botherWords, ...Object.fromEntries(kept) }
}

/** One sentence with its gaps filled: `say('sent.answer', { day: 'Tuesday home time' })`. */
export type Say = (id: BotherWordId, gaps?: Readonly<Record<string, string>>) => string

/**
 * How a page speaks: from its set of sentences. A gap that nobody fills stays visible, so that a test finds it. Words
 * with a hyphen are kept whole: a child who reads "grown-" at the end of a line reads a word that does not exist.
 */
export function sayFrom(words: BotherWords): Say {
  return (id, gaps = {}) =>
    words[id]
      .replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
      .replace(/(?<=\p{L})-(?=\p{L})/gu, '\u2011')
}
