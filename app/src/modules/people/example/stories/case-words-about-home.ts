import { job, parent, post, pupil, type Story, teacher } from './story.js'

/** Hateful words in a voice chat, recorded as what they were and put right between families. */
export const WORDS_ABOUT_HOME: Story = {
  id: 'words-about-home',
  ago: 111,
  cast: {
    a: pupil('Spindle', 5),
    b: pupil('Spindle', 12),
    p: parent('a'),
    q: parent('b'),
    t: teacher('Spindle'),
    d: post('dsl'),
    m: job('Learning mentor'),
  },
  concern: {
    when: [0, '08:58'],
    channel: 'staff',
    by: 't',
    words:
      '{a} did not want to sit beside {b}. In the voice chat of a racing game {b} and two older boys laughed at how {a}’s grandmother speaks and told {a} to “go back”.',
    happened: 'On Saturday afternoon',
    known: [0, '08:45'],
    platform: 'voice-video-call',
    device: 'games-console',
    place: 'home',
    people: [
      { who: 'a', role: 'harmed' },
      { who: 'b', role: 'caused-harm' },
      { described: 'Two older boys, cousins of {b}', role: 'caused-harm' },
    ],
  },
  acknowledged: { when: [0, '09:20'], by: 'd' },
  triage: {
    when: [0, '09:45'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'conduct',
    subtype: 'hateful-behaviour',
    words: 'Hateful words against a child’s family. Recorded as such.',
  },
  case: {
    procedure: null,
    lead: 'd',
    entries: [
      {
        when: [0, '10:30'],
        by: 'd',
        kind: 'childs-words',
        words: '“Nana only said dinner was ready. I turned it off and said the internet was broken.”',
      },
      {
        when: [0, '11:30'],
        by: 'd',
        kind: 'fact',
        words: '{b} at first said that everybody laughed, then that it “felt bad after”.',
      },
      {
        when: [1, '10:00'],
        by: 'd',
        kind: 'decision',
        words: 'Recorded and reported as a racist incident. Dealt with in school.',
        why: 'What matters is how it was felt by {a}. The safeguarding team agrees that school and families can put it right.',
      },
      {
        when: [10, '14:00'],
        by: 'd',
        kind: 'fact',
        words: '{a}’s grandmother came to the Spindle class to teach counting songs. {b} knew all of them by the end.',
      },
    ],
    actions: [
      {
        when: [1, '10:10'],
        by: 'd',
        what: 'Six sessions with {b} on words and where they come from',
        owner: 'm',
        due: [30, '15:20'],
        done: [28, '14:30'],
      },
    ],
    agencies: [
      {
        when: [1, '09:30'],
        by: 'd',
        agency: 'local-authority',
        words: 'Asked for advice and reported the incident in the half-yearly count.',
        reply: 'Agreed with the plan.',
      },
    ],
    parents: [
      {
        when: [0, '15:25'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'In person',
        words: 'What {a} told us, what we will do, and that we are sorry it happened.',
      },
      {
        when: [1, '08:40'],
        by: 'd',
        child: 'b',
        state: 'told',
        who: 'q',
        how: 'In person',
        words: 'What was said, and what it did. {q} will speak with the cousins’ family.',
      },
    ],
    closed: {
      when: [30, '10:00'],
      by: 'd',
      reason: 'finished',
      words: 'Put right between the families. Sessions done.',
    },
  },
}
